import { cutWhole } from "#app/server/platform/text/cut-whole.server.ts";
import { buffer } from "node:stream/consumers";
import yauzl, { type Entry } from "yauzl";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { StoredDocument } from "#app/server/platform/storage/document-storage.server.ts";
import { UnreadableFile } from "../import-item.server.ts";
import { StorageReader } from "./storage-reader.server.ts";

export type ZippedFile = {
  readonly entry: Entry;
  /** Unpacked when somebody asks, and never more than the directory says; why not, where what lies there is damaged. */
  readonly bytes: () => Promise<Result<Uint8Array, string>>;
};

/**
 * The files of a zip in the order of its directory, one at a time. Names that lead out of the zip, and a directory that
 * contradicts itself, make it none.
 */
export async function* readEntries(document: StoredDocument): AsyncGenerator<ZippedFile> {
  const reader = new StorageReader(document);
  const refuse = (error: unknown): never => {
    if (reader.failure) throw reader.failure;
    const reason = error instanceof Error ? cutWhole(error.message, 200) : "it is damaged";
    throw new UnreadableFile("not_a_zip", `The zip cannot be read: ${reason}`);
  };
  const options = { lazyEntries: true, validateEntrySizes: true, autoClose: false };
  const zip = await yauzl.fromRandomAccessReaderPromise(reader, document.size, options).catch(refuse);
  const entries = zip.eachEntry();

  async function unpack(entry: Entry): Promise<Result<Uint8Array, string>> {
    try {
      return ok(await buffer(await zip.openReadStreamPromise(entry)));
    } catch (error) {
      if (reader.failure) throw reader.failure;
      return err(error instanceof Error ? cutWhole(error.message, 200) : "it is damaged");
    }
  }

  try {
    for (;;) {
      const next = await entries.next().catch(refuse);
      if (next.done) return;
      const entry = next.value;
      yield { entry, bytes: () => unpack(entry) };
    }
  } finally {
    zip.close();
  }
}
