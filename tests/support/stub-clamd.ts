import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { EICAR } from "./hostile-files.ts";

export type StubClamd = {
  /** As `CLAMD_URL`. */
  readonly url: string;
  /** What was sent to be scanned, whole. */
  readonly scanned: Buffer[];
  /** Overrides what it says. */
  answerWith(answer: string | null): void;
  close(): Promise<void>;
};

/** Speaks as clamd does about INSTREAM, and knows one virus: the one that is none. */
export async function startStubClamd(): Promise<StubClamd> {
  const scanned: Buffer[] = [];
  let fixed: string | null = null;
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      const content = contentOf(received);
      if (content === null) return;
      received = Buffer.alloc(0);
      scanned.push(content);
      answer(socket, content);
    });
  });
  function answer(socket: Socket, content: Buffer): void {
    const verdict = content.includes(EICAR) ? "stream: Win.Test.EICAR_HDB-1 FOUND" : "stream: OK";
    socket.end(`${fixed ?? verdict}\0`);
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    scanned,
    answerWith: (text) => (fixed = text),
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** What the chunks hold together once the empty one came; null until then. */
function contentOf(received: Buffer): Buffer | null {
  const command = "zINSTREAM\0";
  if (!received.subarray(0, command.length).equals(Buffer.from(command))) return null;
  const chunks: Buffer[] = [];
  let at = command.length;
  while (at + 4 <= received.length) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    if (at + 4 + length > received.length) return null;
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
