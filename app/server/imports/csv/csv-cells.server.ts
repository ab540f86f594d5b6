import type { RowFinding } from "../import-outcome.server.ts";
import type { CsvKey } from "./csv-columns.server.ts";
import type { CsvGroup } from "./csv-groups.server.ts";
import { cellOf } from "./csv-header.server.ts";
import type { CellResult } from "./csv-values.server.ts";
import type { TableLine } from "./read-table.server.ts";

/** The cells of one claim, with what is found while they are read. */
export type CsvCells = {
  readonly errors: RowFinding[];
  readonly warnings: RowFinding[];
  /** What a column says of the claim: in one of its lines, or the same in all. Undefined where nothing stands. */
  readonly text: (key: CsvKey) => string | undefined;
  /** The same, read; undefined, with an error noted, where it cannot be. */
  readonly read: (key: CsvKey, how: (text: string) => CellResult) => string | undefined;
  /** What a column says in one line. */
  readonly textIn: (line: TableLine, key: CsvKey) => string | undefined;
  readonly readIn: (line: TableLine, key: CsvKey, how: (text: string) => CellResult) => string | undefined;
  readonly warn: (key: CsvKey, code: string, message: string) => void;
};

type Cell = { readonly text: string; readonly line: number };

export function openCells({ header, lines }: CsvGroup): CsvCells {
  const errors: RowFinding[] = [];
  const warnings: RowFinding[] = [];
  const found = new Map<CsvKey, Cell | undefined>();

  function claimCell(key: CsvKey): Cell | undefined {
    if (found.has(key)) return found.get(key);
    const filled = lines.map((line) => ({ text: cellOf(header, key, line.cells), line: line.line }));
    const [first, ...others] = filled.filter(({ text }) => text !== "");
    found.set(key, first);
    for (const { text, line } of others) {
      if (text === first?.text) continue;
      const message = `is not the same as in line ${first?.line}, which is of the same claim`;
      errors.push({ line, field: header.nameOf(key), code: "differs", message });
    }
    return first;
  }

  function readCell(key: CsvKey, cell: Cell | undefined, how: (text: string) => CellResult): string | undefined {
    if (!cell || cell.text === "") return undefined;
    const result = how(cell.text);
    if (result.ok) return result.value;
    errors.push({ line: cell.line, field: header.nameOf(key), ...result.error });
    return undefined;
  }

  return {
    errors,
    warnings,
    text: (key) => claimCell(key)?.text,
    read: (key, how) => readCell(key, claimCell(key), how),
    textIn: (line, key) => cellOf(header, key, line.cells) || undefined,
    readIn: (line, key, how) => readCell(key, { text: cellOf(header, key, line.cells), line: line.line }, how),
    warn(key, code, message) {
      const line = claimCell(key)?.line ?? lines[0]?.line ?? null;
      warnings.push({ line, field: header.nameOf(key), code, message });
    },
  };
}
