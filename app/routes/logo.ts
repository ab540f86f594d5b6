import type { LoaderFunctionArgs } from "@remix-run/node";
import { readLogo } from "#app/server/creditors/change-branding.server.ts";

/** A creditor's logo. Another logo has another address, so this one may be kept. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const bytes = await readLogo(context.app, params["logoId"] ?? "");
  if (!bytes) throw new Response(null, { status: 404 });
  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": "image/png",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
