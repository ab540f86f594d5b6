import type { StoredDocument } from "#app/server/platform/storage/document-storage.server.ts";
import type { ImportSource, NumberedItem } from "../import-item.server.ts";
import { readCsvClaim } from "./csv-claim.server.ts";
import { readGroups } from "./csv-groups.server.ts";

/** A table as claims: an invoice a line, lines of one reference together one claim. */
export function csvSource(document: StoredDocument): ImportSource {
  async function count(): Promise<number> {
    let last = 0;
    for await (const { row } of readGroups(document)) last = row;
    return last;
  }

  async function* rowsAfter(after: number): AsyncGenerator<NumberedItem> {
    for await (const group of readGroups(document)) {
      if (group.row > after) yield { row: group.row, item: readCsvClaim(group) };
    }
  }

  return { count, rowsAfter };
}
