import { parse } from "csv-parse/sync";

const DELIMITERS = [";", ",", "\t"];

/** Far more than a page shows. */
const MOST_ROWS = 5_000;

/**
 * A table of comma-separated values as blocks that need no columns: for each row a line `name: value` per cell, under the
 * names of the first row. Null where it is no table: without rows under the first, of one column, or not well-formed.
 */
export function tableText(text: string): string | null {
  const first = text.split("\n", 1)[0] ?? "";
  const delimiter = DELIMITERS.reduce((best, other) => (count(first, other) > count(first, best) ? other : best));
  const rows = readRows(text, delimiter);
  const [names, ...others] = rows ?? [];
  if (names === undefined || names.length < 2 || others.length === 0) return null;
  const blocks = others.map((cells) =>
    cells.flatMap((cell, index) => (cell === "" ? [] : [names[index] ? `${names[index]}: ${cell}` : cell])).join("\n"),
  );
  return blocks.filter((block) => block !== "").join("\n\n");
}

function readRows(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, { delimiter, trim: true, relaxColumnCount: true, skipEmptyLines: true, to: MOST_ROWS });
  } catch {
    return null;
  }
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
