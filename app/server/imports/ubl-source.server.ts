import type { StoredDocument } from "#app/server/platform/storage/document-storage.server.ts";
import type { ImportSource, NumberedItem } from "./import-item.server.ts";

/** One document is one row. */
export function ublSource(document: StoredDocument): ImportSource {
  async function* rowsAfter(row: number): AsyncGenerator<NumberedItem> {
    if (row < 1) yield { row: 1, item: { kind: "ubl", source: null, bytes: await document.bytes() } };
  }
  return { count: async () => 1, rowsAfter };
}
