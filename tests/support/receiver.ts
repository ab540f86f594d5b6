import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Received = { readonly headers: IncomingHttpHeaders; readonly body: string; readonly path: string };

/** What a receiver does with a request: a status, or anything else it does to the response, such as nothing. */
export type Answer = number | ((response: ServerResponse) => void);

/** A creditor's system: takes down what comes in and answers as it is told. */
export type Receiver = {
  /** `host:port`, for the targets that may be private. */
  readonly host: string;
  url(path?: string): string;
  readonly received: Received[];
  /** Ids of the received webhooks, in the order in which they came. */
  ids(): string[];
  /** Done when so many have come, counted from the first. */
  arrived(count: number): Promise<void>;
  answerWith(decide: (request: Received) => Answer): void;
  close(): Promise<void>;
};

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const waiting: { count: number; done: () => void }[] = [];
  let decide: (request: Received) => Answer = () => 200;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      const taken = { headers: request.headers, body, path: request.url ?? "" };
      received.push(taken);
      for (const { count, done } of waiting) if (received.length >= count) done();
      const answer = decide(taken);
      if (typeof answer === "function") return answer(response);
      response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: (path = "/hook") => `http://${host}${path}`,
    received,
    ids: () => received.map(({ headers }) => String(headers["webhook-id"])),
    arrived: (count) => new Promise((done) => (received.length >= count ? done() : waiting.push({ count, done }))),
    answerWith: (next) => (decide = next),
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
