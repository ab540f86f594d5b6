import { ReadableStream } from "node:stream/web";
import type { StoredDocument } from "#app/server/platform/storage/document-storage.server.ts";

/** A stored document that comes in small pieces, so that everything is cut somewhere. */
export function storedDocument(content: string | Uint8Array, pieceBytes = 7): StoredDocument {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return {
    size: bytes.length,
    bytes: async () => bytes,
    stream: ({ start, end } = { start: 0, end: bytes.length }) => ReadableStream.from(pieces(bytes.subarray(start, end), pieceBytes)) as unknown as ReturnType<StoredDocument["stream"]>, // prettier-ignore
  };
}

function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
