import { useNonce } from "./nonce.ts";

/** The modules in public/scripts that a page may ask for. Each adds comfort to a page that works without it. */
export type ScriptName = "budget" | "checks" | "connection" | "copy" | "share" | "status" | "total";

/** For a route to put below its page, where that page has use for it. */
export function PageScript({ name }: { name: ScriptName }) {
  return <script type="module" src={`/scripts/${name}.js`} nonce={useNonce()} />;
}
