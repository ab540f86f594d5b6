import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import type { ByteRange, StoredDocument } from "./document-storage.server.ts";

/** A stored document piece by piece. Whoever stops half-way leaves nothing open. */
export function documentChunks(document: StoredDocument, range?: ByteRange): Readable {
  return Readable.fromWeb(document.stream(range) as NodeReadableStream<Uint8Array>);
}
