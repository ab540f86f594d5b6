import type { Readable } from "node:stream";
import { buffer as gather } from "node:stream/consumers";
import yauzl from "yauzl";
import { documentChunks } from "#app/server/platform/storage/document-chunks.server.ts";
import type { ByteRange, StoredDocument } from "#app/server/platform/storage/document-storage.server.ts";

const BLOCK_BYTES = 256 * 1024;

/** The directory of a zip lies at its end, and each file has a header of its own before it: reading goes to and fro. */
const MOST_BLOCKS = 4;

type Wanted = { readonly buffer: Buffer; readonly offset: number; readonly length: number; readonly position: number };

/** Reads a stored zip in blocks, where it lies, so that neither memory nor a disk holds another copy of it. */
export class StorageReader extends yauzl.RandomAccessReader {
  /** What went wrong with the storage, which is no fault of the zip. */
  failure: Error | null = null;
  readonly #document: StoredDocument;
  readonly #blocks = new Map<number, Buffer>();

  constructor(document: StoredDocument) {
    super();
    this.#document = document;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.#stream({ start, end });
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, done: (err: Error | null) => void): void {
    this.#copy({ buffer, offset, length, position }).then(
      () => done(null),
      (error: Error) => done(error),
    );
  } // prettier-ignore

  async #copy({ buffer, offset, length, position }: Wanted): Promise<void> {
    for (let copied = 0; copied < length;) {
      const at = position + copied;
      const block = await this.#block(Math.floor(at / BLOCK_BYTES));
      const part = block.subarray(at % BLOCK_BYTES).subarray(0, length - copied);
      if (part.length === 0) throw new Error("the zip ends too early");
      buffer.set(part, offset + copied);
      copied += part.length;
    }
  }

  async #block(index: number): Promise<Buffer> {
    const known = this.#blocks.get(index);
    if (known) return known;
    const start = index * BLOCK_BYTES;
    const end = Math.min(start + BLOCK_BYTES, this.#document.size);
    const block = start < end ? await gather(this.#stream({ start, end })) : Buffer.alloc(0);
    const [oldest] = this.#blocks.keys();
    if (oldest !== undefined && this.#blocks.size >= MOST_BLOCKS) this.#blocks.delete(oldest);
    this.#blocks.set(index, block);
    return block;
  }

  #stream(range: ByteRange): Readable {
    return documentChunks(this.#document, range).on("error", (error: Error) => (this.failure = error));
  }
}
