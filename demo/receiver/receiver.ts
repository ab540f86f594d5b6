import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { verifyWebhook } from "#app/server/webhooks/signature.server.ts";
import { giveAnswer, type ReceiverAnswer } from "./receiver-answer.ts";
import type { ReceivedEvent, ReceivedWebhook } from "./received-webhook.ts";
import { receiverPage } from "./receiver-page.ts";

export type Receiver = {
  readonly url: string;
  readonly received: readonly ReceivedWebhook[];
  /** Takes over `whsec_` or `whpk_` keys; during a rotation both the new and the old one. */
  trust(keys: readonly string[]): void;
  /** How every following webhook is answered, until told otherwise; null is the honest way: 204, or 400 when not verified. */
  answerWith(answer: ReceiverAnswer | null): void;
  close(): Promise<void>;
};

/**
 * A creditor's receiver in small: keeps the raw bytes, verifies before it parses, recognises repeats, answers at once.
 * `GET /` lists what came in. Port 0 picks a free one.
 */
export async function startReceiver(options: {
  readonly port: number;
  readonly keys: readonly string[];
  readonly now?: () => Date;
}): Promise<Receiver> {
  const now = options.now ?? (() => new Date());
  const received: ReceivedWebhook[] = [];
  const seen = new Set<string>();
  let keys = options.keys;
  let answer: ReceiverAnswer | null = null;

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const receivedAt = now();
    const nowSeconds = Math.floor(receivedAt.getTime() / 1_000);
    const verified = verifyWebhook({ headers: request.headers, body, keys, nowSeconds });
    const duplicate = verified.ok && seen.has(verified.value.id);
    const { url: path = "/", headers } = request;
    received.push({
      receivedAt,
      path,
      headers,
      body: body.toString(),
      problem: verified.ok ? null : verified.error.kind,
      duplicate,
      event: verified.ok ? readEvent(body) : null,
    });
    const refused = answer?.kind === "status" && answer.status > 299;
    if (verified.ok && !refused) seen.add(verified.value.id);
    if (answer !== null) return giveAnswer(answer, response);
    response.writeHead(verified.ok ? 204 : 400).end();
  }

  const server = createServer((request, response) => {
    if (request.method === "POST") return void receive(request, response).catch(() => response.destroy());
    if (request.method !== "GET" || request.url !== "/") return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
    response.end(receiverPage(received));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(options.port, "127.0.0.1", resolve);
  });

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    trust(trusted) {
      keys = trusted;
    },
    answerWith(next) {
      answer = next;
    },
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function readEvent(body: Buffer): ReceivedEvent | null {
  const event = JSON.parse(body.toString()) as {
    type: string;
    timestamp: string;
    data?: { sequence?: number; claim?: { reference: string } };
  };
  return {
    type: event.type,
    timestamp: event.timestamp,
    sequence: event.data?.sequence ?? null,
    claimReference: event.data?.claim?.reference ?? null,
  };
}
