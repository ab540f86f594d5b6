import type { StoredDocument } from "#app/server/platform/storage/document-storage.server.ts";
import { MOST_ROWS } from "../import-format.server.ts";
import { UnreadableFile } from "../import-item.server.ts";
import { cellOf, type CsvHeader, readHeader } from "./csv-header.server.ts";
import { readTable, type TableLine } from "./read-table.server.ts";

/** The lines of one claim: an invoice each. */
export type CsvGroup = {
  readonly row: number;
  readonly header: CsvHeader;
  readonly reference: string;
  readonly lines: readonly TableLine[];
};

/** More lines than a claim can have invoices are not kept, only told. */
const MOST_LINES = 201;

/**
 * The claims of a table: lines of one reference that follow each other are one claim. A line without a reference is a
 * claim of its own, under the number of its invoice.
 */
export async function* readGroups(document: StoredDocument): AsyncGenerator<CsvGroup> {
  let header: CsvHeader | null = null;
  let row = 0;
  let reference = "";
  let lines: TableLine[] = [];
  for await (const line of readTable(document)) {
    if (header === null) {
      header = readHeader(line.cells);
      continue;
    }
    const own = cellOf(header, "reference", line.cells);
    const name = own === "" ? cellOf(header, "invoiceNumber", line.cells) : own;
    if (lines.length > 0 && own !== "" && own === reference) {
      if (lines.length < MOST_LINES) lines.push(line);
      continue;
    }
    if (lines.length > 0) yield { row, header, reference, lines };
    row += 1;
    if (row > MOST_ROWS) throw new UnreadableFile("too_many_rows", `The table has more than ${MOST_ROWS} claims. Send it in parts.`); // prettier-ignore
    reference = name;
    lines = [line];
  }
  if (header === null || lines.length === 0) throw new UnreadableFile("no_rows", "The table holds no claims.");
  yield { row, header, reference, lines };
}
