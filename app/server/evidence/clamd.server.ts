import { connect } from "node:net";
import type { ClamdAddress } from "#app/server/platform/config/clamd-address.server.ts";
import type { FileScanner, ScanVerdict } from "./file-scanner.server.ts";

const DEADLINE_MS = 15_000;
const CHUNK_BYTES = 64 * 1024;
const LONGEST_ANSWER = 1_024;

/** Asks clamd by its command INSTREAM, over one connection for each file. */
export function openClamd(address: ClamdAddress, { deadlineMs = DEADLINE_MS } = {}): FileScanner {
  return { scan: (bytes) => ask(address, bytes, deadlineMs) };
}

function ask(address: ClamdAddress, bytes: Uint8Array, deadlineMs: number): Promise<ScanVerdict> {
  return new Promise((resolve) => {
    const socket = connect(address);
    let answer = "";
    const timeout = setTimeout(() => end("unavailable"), deadlineMs);
    function end(verdict: ScanVerdict): void {
      clearTimeout(timeout);
      socket.destroy();
      resolve(verdict);
    }
    socket.on("connect", () => {
      socket.write("zINSTREAM\0");
      for (let offset = 0; offset < bytes.byteLength; offset += CHUNK_BYTES) {
        const chunk = bytes.subarray(offset, offset + CHUNK_BYTES);
        socket.write(lengthOf(chunk));
        socket.write(chunk);
      }
      socket.write(lengthOf(new Uint8Array()));
    });
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => {
      answer += text;
      if (answer.includes("\0") || answer.length > LONGEST_ANSWER) end(verdictOf(answer));
    });
    socket.on("end", () => end(verdictOf(answer)));
    socket.on("error", () => end("unavailable"));
  });
}

/** `stream: OK`, `stream: Eicar-Signature FOUND`, or `… ERROR`. */
function verdictOf(answer: string): ScanVerdict {
  const line = answer.split("\0", 1)[0]?.trim() ?? "";
  if (line === "stream: OK") return "clean";
  return /^stream: .+ FOUND$/.test(line) ? "infected" : "unavailable";
}

function lengthOf(chunk: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.byteLength);
  return length;
}
