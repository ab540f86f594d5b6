import type { ServerResponse } from "node:http";

/** The ways in which receivers in the wild answer, the bad ones above all. */
export type ReceiverAnswer =
  | { readonly kind: "status"; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** Takes the request and says nothing until the connection ends. */
  | { readonly kind: "silence" }
  /** Answers with this status, then sends a byte now and then and never ends. */
  | { readonly kind: "drip"; readonly status: number; readonly everyMs: number }
  | { readonly kind: "huge"; readonly status: number; readonly bytes: number }
  | { readonly kind: "late"; readonly status: number; readonly afterMs: number }
  | { readonly kind: "reset" };

const CHUNK = Buffer.alloc(65_536, "x");

export function giveAnswer(answer: ReceiverAnswer, response: ServerResponse): void {
  switch (answer.kind) {
    case "status":
      response.writeHead(answer.status, answer.headers).end();
      return;
    case "silence":
      return;
    case "drip":
      return drip(answer, response);
    case "huge":
      response.writeHead(answer.status);
      return pour(answer.bytes, response);
    case "late": {
      const timer = setTimeout(() => response.writeHead(answer.status).end(), answer.afterMs);
      response.once("close", () => clearTimeout(timer));
      return;
    }
    case "reset":
      response.socket?.resetAndDestroy();
  }
}

function drip(answer: { readonly status: number; readonly everyMs: number }, response: ServerResponse): void {
  response.writeHead(answer.status);
  response.write("x");
  const timer = setInterval(() => response.write("x"), answer.everyMs);
  response.once("close", () => clearInterval(timer));
}

/** Sends only as fast as the other side reads. */
function pour(bytes: number, response: ServerResponse): void {
  if (response.destroyed) return;
  if (bytes <= 0) return void response.end();
  const rest = bytes - CHUNK.length;
  if (response.write(CHUNK.subarray(0, Math.min(bytes, CHUNK.length)))) return void setImmediate(pour, rest, response);
  response.once("drain", () => pour(rest, response));
}
