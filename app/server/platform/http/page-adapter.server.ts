import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebReadableStream } from "node:stream/web";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { type Answer, bodyOf } from "./answer.server.ts";

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

const COMPRESS_FROM_BYTES = 1_024;
const TABLE = /^text\/csv\b/;
const COMPRESSIBLE = /^(text\/|application\/(json|problem\+json|javascript|manifest\+json))/;

/** The request as the framework knows it. Its address is built from the configured one: the Host header has no say. */
export function toRequest(message: IncomingMessage, baseUrl: URL): Request {
  const headers: [string, string][] = [["host", baseUrl.host]];
  for (const [name, value] of Object.entries(message.headers)) {
    if (value === undefined || name.startsWith(":") || name === "host" || name === "x-forwarded-host") continue;
    for (const item of Array.isArray(value) ? value : [value]) headers.push([name, item]);
  }
  const method = message.method ?? "GET";
  const target = message.url?.startsWith("/") ? message.url : "/";
  const url = `${baseUrl.origin}${target}`;
  if (method === "GET" || method === "HEAD") return new Request(url, { method, headers });
  const body = Readable.toWeb(message) as unknown as BodyInit;
  return new Request(url, { method, headers, body, duplex: "half" } as RequestInit);
}

/**
 * Writes a whole answer: pages are small, and a half page is worse than none. Only tables of any length are written while
 * they are made; where that breaks off, so does the connection, and the reader knows.
 */
export async function writeResponse(answer: Answer, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const mediaType = answer.headers.get("content-type") ?? "";
  if (answer instanceof Response && answer.body && TABLE.test(mediaType)) {
    return writeParts(answer, answer.body, message, response);
  }
  let body = await bodyOf(answer);
  for (const [name, value] of answer.headers) if (name !== "set-cookie") response.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("Set-Cookie", cookies);
  response.statusCode = answer.status;

  if (body !== null && body.byteLength >= COMPRESS_FROM_BYTES && COMPRESSIBLE.test(mediaType)) {
    const accepted = String(message.headers["accept-encoding"] ?? "");
    response.appendHeader("Vary", "Accept-Encoding");
    if (/\bbr\b/.test(accepted)) {
      body = await compressBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
      response.setHeader("Content-Encoding", "br");
    } else if (/\bgzip\b/.test(accepted)) {
      body = await compressGzip(body, { level: 6 });
      response.setHeader("Content-Encoding", "gzip");
    }
  }
  if (body !== null) response.setHeader("Content-Length", body.byteLength);
  // What nobody read of the request would stand in the way of the next one on this connection.
  if (!message.complete) response.setHeader("Connection", "close");
  response.end(message.method === "HEAD" ? undefined : (body ?? undefined));
}

async function writeParts(
  { status, headers }: Response,
  body: ReadableStream<Uint8Array>,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of headers) response.setHeader(name, value);
  response.statusCode = status;
  if (!message.complete) response.setHeader("Connection", "close");
  if (message.method === "HEAD") {
    await body.cancel();
    response.end();
    return;
  }
  await pipeline(Readable.fromWeb(body as WebReadableStream), response);
}
