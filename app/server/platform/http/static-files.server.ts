import { createHash } from "node:crypto";
import { readdirSync, readFileSync, existsSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";

type StaticFile = {
  plain: Buffer;
  br: Buffer | null;
  gzip: Buffer | null;
  mediaType: string;
  immutable: boolean;
  etag: string;
};

const MEDIA_TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

export type StaticFiles = {
  /** Answers and says true when the path is a file of the build; otherwise leaves the response alone. */
  serve(request: IncomingMessage, response: ServerResponse, pathname: string): boolean;
};

/** Keeps the small files of the client build in memory, with the compressed copies the build made beside them. */
export function openStaticFiles(directory: string): StaticFiles {
  const files = new Map<string, StaticFile>();
  for (const name of existsSync(directory) ? readdirSync(directory, { recursive: true, encoding: "utf8" }) : []) {
    const mediaType = MEDIA_TYPES[path.extname(name)];
    if (mediaType === undefined) continue;
    const file = path.join(directory, name);
    const read = (suffix: string) => (existsSync(file + suffix) ? readFileSync(file + suffix) : null);
    const url = `/${name.split(path.sep).join("/")}`;
    const plain = readFileSync(file);
    files.set(url, {
      plain,
      br: read(".br"),
      gzip: read(".gz"),
      mediaType,
      immutable: url.startsWith("/assets/"),
      etag: `W/"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
    });
  }

  function serve(request: IncomingMessage, response: ServerResponse, pathname: string): boolean {
    const file = files.get(pathname);
    if (!file || (request.method !== "GET" && request.method !== "HEAD")) return false;
    const kept = {
      "Cache-Control": file.immutable ? "public, max-age=31536000, immutable" : "public, max-age=3600",
      Vary: "Accept-Encoding",
      ETag: file.etag,
    };
    if (request.headers["if-none-match"] === file.etag) {
      response.writeHead(304, kept);
      response.end();
      return true;
    }
    const accepted = String(request.headers["accept-encoding"] ?? "");
    const encoding = file.br && /\bbr\b/.test(accepted) ? "br" : file.gzip && /\bgzip\b/.test(accepted) ? "gzip" : null;
    const body = encoding === "br" ? file.br : encoding === "gzip" ? file.gzip : file.plain;
    response.writeHead(200, {
      "Content-Type": file.mediaType,
      "Content-Length": body?.byteLength ?? 0,
      ...kept,
      ...(encoding ? { "Content-Encoding": encoding } : {}),
    });
    response.end(request.method === "HEAD" ? undefined : body);
    return true;
  }

  return { serve };
}
