import { err, ok, type Result } from "#app/domain/result.ts";
import type { DocumentContent, DocumentStorage } from "./document-storage.server.ts";

/** A file that came in and lies in the storage, as nobody's yet. */
export type ReceivedFile = {
  readonly storageKey: string;
  readonly size: number;
  /** In hexadecimals. */
  readonly sha256: string;
  /** Its first bytes, to tell by what it is. */
  readonly head: Uint8Array;
};

export type TooLarge = { readonly kind: "file_too_large"; readonly largestBytes: number };

const HEAD_BYTES = 1_000;

class OverLimit extends Error {}

/** Stores a file as it comes in, without ever holding the whole of it. One that is too large leaves nothing behind. */
export async function receiveFile(
  storage: DocumentStorage,
  { key, content, largestBytes }: { key: string; content: DocumentContent; largestBytes: number },
): Promise<Result<ReceivedFile, TooLarge>> {
  let head: Uint8Array = new Uint8Array();
  let size = 0;
  async function* limited(): AsyncGenerator<Uint8Array> {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      size += chunk.length;
      if (size > largestBytes) throw new OverLimit();
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
      yield chunk;
    }
  }
  try {
    return ok({ storageKey: key, ...(await storage.put(key, limited())), head });
  } catch (error) {
    if (error instanceof OverLimit) return err({ kind: "file_too_large", largestBytes });
    throw error;
  }
}
