import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { err, ok, type Result } from "#app/domain/result.ts";

export type StorageUrlError = { readonly kind: "unsupported_storage_url"; readonly message: string };

/** The kinds of `STORAGE_URL` that can be used. */
export const STORAGE_PROTOCOLS = ["file:"] as const;

const MESSAGE =
  "STORAGE_URL must name a directory as file:///absolute/path or file:relative/path; other kinds of storage are not supported";

/** The directory that `file:///absolute/path` or `file:relative/path` names. */
export function parseStorageUrl(text: string): Result<{ directory: string }, StorageUrlError> {
  const refused = err<StorageUrlError>({ kind: "unsupported_storage_url", message: MESSAGE });
  if (!STORAGE_PROTOCOLS.some((protocol) => text.startsWith(protocol) && text.length > protocol.length)) return refused;
  const path = text.slice("file:".length);
  if (!path.startsWith("/")) return ok({ directory: resolve(decodePath(path)) });
  try {
    return ok({ directory: fileURLToPath(text) });
  } catch {
    return refused;
  }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
