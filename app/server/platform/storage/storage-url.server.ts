import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { err, ok, type Result } from "#app/domain/result.ts";

/** Where documents are kept: a directory, or a bucket of an S3-compatible store. */
export type StorageAddress =
  | { readonly kind: "directory"; readonly directory: string }
  | {
      readonly kind: "s3";
      readonly bucket: string;
      /** Before each key: empty, or text that ends in a slash. */
      readonly prefix: string;
      readonly region: string;
      /** Null: that of AWS. */
      readonly endpoint: string | null;
      /** The bucket stands in the path instead of in the name of the host. */
      readonly pathStyle: boolean;
    };

export type StorageUrlError = { readonly kind: "unsupported_storage_url"; readonly message: string };

const MESSAGE =
  "must be file:///absolute/path, file:relative/path or s3://bucket/prefix?region=…&endpoint=…&pathStyle=1";

const DEFAULT_REGION = "eu-central-1";
const S3_SETTINGS: ReadonlySet<string> = new Set(["region", "endpoint", "pathStyle"]);

/** Reads `STORAGE_URL`. A relative path starts at `cwd`. Keys to the bucket are never part of it. */
export function parseStorageUrl(text: string, cwd: string): Result<StorageAddress, StorageUrlError> {
  const address = text.startsWith("s3:") ? bucketOf(text) : directoryOf(text, cwd);
  return address ? ok(address) : err({ kind: "unsupported_storage_url", message: MESSAGE });
}

function bucketOf(text: string): StorageAddress | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.host) || url.username !== "" || url.hash !== "")
    return null;
  const { searchParams: asked } = url;
  const endpoint = asked.get("endpoint");
  if ([...asked.keys()].some((name) => !S3_SETTINGS.has(name))) return null;
  if (endpoint !== null && !(URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol))) return null;
  const prefix = decoded(url.pathname).replace(/^\/+|\/+$/g, "");
  return {
    kind: "s3",
    bucket: url.host,
    prefix: prefix === "" ? "" : `${prefix}/`,
    region: asked.get("region") ?? DEFAULT_REGION,
    endpoint,
    pathStyle: asked.get("pathStyle") === "1",
  };
}

function directoryOf(text: string, cwd: string): StorageAddress | null {
  const path = text.startsWith("file:") ? text.slice("file:".length) : "";
  if (path === "") return null;
  if (!path.startsWith("/")) return { kind: "directory", directory: resolve(cwd, decoded(path)) };
  try {
    return { kind: "directory", directory: fileURLToPath(text) };
  } catch {
    return null;
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
