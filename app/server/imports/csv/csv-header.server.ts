import { cutWhole } from "#app/server/platform/text/cut-whole.server.ts";
import { UnreadableFile } from "../import-item.server.ts";
import { columnOf, CSV_COLUMNS, type CsvColumn, type CsvKey } from "./csv-columns.server.ts";

/** The first line of a table: which column stands where, under which name the file has it. */
export type CsvHeader = {
  readonly width: number;
  readonly columns: readonly { readonly index: number; readonly name: string; readonly column: CsvColumn }[];
  /** Columns of the creditor's own, kept with the claim under `metadata`. */
  readonly metadata: readonly { readonly index: number; readonly name: string; readonly key: string }[];
  /** Columns without a name, in which nothing may stand. */
  readonly nameless: readonly number[];
  /** What a column is called in messages: as in the file, else as in the template. */
  readonly nameOf: (key: CsvKey) => string;
};

const METADATA = /^metadata[.:_ -](.+)$/i;

/** Columns whose name begins so are left alone. */
const LEFT_OUT = "#";

/** Refuses names that mean nothing here, because a misspelt column would be lost without a word, and a table without the columns that every claim needs. */
export function readHeader(cells: readonly string[]): CsvHeader {
  const names = cells.map((cell, index) => ({ index, name: cell.trim() }));
  const given = names.filter(({ name }) => name !== "" && !name.startsWith(LEFT_OUT));
  const metadata = given.flatMap(({ index, name }) => {
    const key = METADATA.exec(name)?.[1]?.trim();
    return key === undefined ? [] : [{ index, name, key }];
  });
  const others = given.filter(({ name }) => !METADATA.test(name));
  const columns = others.flatMap(({ index, name }) => {
    const column = columnOf(name);
    return column ? [{ index, name, column }] : [];
  });
  const keys = [...columns.map(({ column }) => column.key), ...metadata.map(({ key }) => `metadata.${key}`)];
  const repeated = [...columns, ...metadata].find((_, place) => keys.indexOf(keys[place] ?? "") < place);
  const unknown = others.filter(({ name }) => !columnOf(name)).map(({ name }) => name);
  const dutch = columns.filter(({ name, column }) => name.toLowerCase() === column.nl).length > columns.length / 2;
  const nameOf = (key: CsvKey): string => {
    const column = CSV_COLUMNS.find((known) => known.key === key);
    return columns.find((known) => known.column === column)?.name ?? (dutch ? column?.nl : column?.en) ?? key;
  };
  const missing = CSV_COLUMNS.filter(({ key, needed }) => needed && !keys.includes(key)).map(({ key }) => nameOf(key));

  if (columns.length === 0) throw new UnreadableFile("columns_missing", "The first line names no column of the template."); // prettier-ignore
  if (unknown.length > 0) throw new UnreadableFile("columns_unknown", `No column of the template is called ${list(unknown)}. Correct the name, or put # before it to leave the column out.`); // prettier-ignore
  if (repeated) throw new UnreadableFile("column_repeated", `The column "${repeated.name}" stands there twice.`);
  if (missing.length > 0) throw new UnreadableFile("columns_missing", `The first line has no column ${list(missing)}.`);
  const nameless = names.filter(({ name }) => name === "").map(({ index }) => index);
  return { width: cells.length, columns, metadata, nameless, nameOf };
}

export function cellOf(header: CsvHeader, key: CsvKey, cells: readonly string[]): string {
  const index = header.columns.find(({ column }) => column.key === key)?.index;
  return index === undefined ? "" : (cells[index] ?? "");
}

/** Some of them: a file of one line has a whole table as its names. */
function list(names: readonly string[]): string {
  const shown = names.slice(0, 10).map((name) => `"${cutWhole(name, 40)}"`);
  return shown.join(", ") + (names.length > shown.length ? ` and ${names.length - shown.length} more` : "");
}
