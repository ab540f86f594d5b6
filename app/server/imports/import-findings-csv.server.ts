import { stringify } from "csv-stringify/sync";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { BYTE_ORDER_MARK } from "./csv/csv-template.server.ts";
import type { RowFinding } from "./import-outcome.server.ts";
import { listImportRows } from "./import-rows.server.ts";

const COLUMNS = ["row", "line", "file", "reference", "field", "code", "message"];

const PAGE = 1_000;

type FindingsWanted = {
  readonly creditorId: string;
  readonly importId: string;
  /** Errors of rows that failed, or warnings of the others. */
  readonly of: "errors" | "warnings";
  readonly textOf?: (finding: RowFinding) => string;
};

/**
 * What is wrong with an import, or to mind in it, as a table, one a line, that Excel opens as it is, in parts. What came from outside is never a
 * formula there (OWASP ASVS 1.2.10). `textOf`: a finding in other words than the import's own. Of an import that the creditor does not have, only the names of the columns.
 */
export async function* importFindingsCsv(
  tx: Transaction,
  { creditorId, importId, of, textOf }: FindingsWanted,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + toCsv([COLUMNS]);
  for (let afterRow = 0; ;) {
    const rows = (await listImportRows(tx, { creditorId, importId, found: of, afterRow, limit: PAGE })) ?? [];
    const page = rows.slice(0, PAGE);
    const table = page.flatMap(({ row, line, source, reference, [of]: findings }) =>
      findings.map((finding) => [
        row,
        finding.line ?? line,
        source,
        reference,
        finding.field,
        finding.code,
        textOf ? textOf(finding) : finding.message,
      ]),
    );
    yield toCsv(table);
    const last = page.at(-1);
    if (rows.length <= PAGE || !last) return;
    afterRow = last.row;
  }
}

function toCsv(table: readonly (readonly (string | number | null)[])[]): string {
  const cells = table.map((row) => row.map((cell) => (typeof cell === "string" ? withoutControl(cell) : cell)));
  return stringify(cells, { delimiter: ";", record_delimiter: "\r\n", escape_formulas: true });
}

/** A cell may begin with what no reader shows; the library looks at the very first character. */
const withoutControl = (text: string): string => text.replace(/[^\u0020-\u007E\u00A0-\uFFFF]+/g, " ").trim();
