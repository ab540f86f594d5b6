import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { parse as parseAtOnce } from "csv-parse/sync";
import { documentChunks } from "#app/server/platform/storage/document-chunks.server.ts";
import type { StoredDocument } from "#app/server/platform/storage/document-storage.server.ts";
import { UnreadableFile } from "../import-item.server.ts";
import { columnOf } from "./csv-columns.server.ts";
import { decodeText } from "./decode-text.server.ts";
import { detectEncoding, type TextEncoding } from "./detect-encoding.server.ts";

/** `line`: where it begins; a cell in quotation marks may hold several lines. */
export type TableLine = { readonly line: number; readonly cells: readonly string[] };

const DELIMITERS = [";", ",", "\t"] as const;

const LONGEST_LINE = 64_000;

/** What Excel understands as the first line of a table: by what its cells are separated. */
const SEPARATOR_LINE = /^"?sep=(.)"?$/i;

const QUOTES = { quote: '"', escape: '"', relax_quotes: true } as const;

/** The lines of a table, names of columns first, with the cells as they stand there. Holds one line at a time. */
export async function* readTable(document: StoredDocument): AsyncGenerator<TableLine> {
  const chunks = () => documentChunks(document);
  const encoding = await detectEncoding(chunks());
  const { delimiter, header } = tellDelimiter(await firstLines(chunks(), encoding));
  const parser = parse({
    ...QUOTES,
    delimiter,
    record_delimiter: "\n",
    from_line: header,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_LINE,
    info: true,
  });
  // Whoever stops listening ends the reading of the file too; what fails comes out of the parser.
  pipeline(Readable.from(boundedLines(decodeText(chunks(), encoding))), parser, () => undefined);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (record.every((cell) => cell.trim() === "")) continue;
      const within = record.reduce((all, cell) => all + (cell.match(/\n/g)?.length ?? 0), 0);
      yield { line: info.lines - within, cells: record.map(plainCell) };
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error) : error;
  }
}

/** A spreadsheet was kept from reading this as a formula: the mark is no part of the text. */
const plainCell = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@＝])/, "");

/** The parser bounds what stands in the cells of a line; this bounds how many there can be. */
async function* boundedLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let open = 0;
  let line = 1;
  for await (const piece of pieces) {
    const lines = piece.split("\n");
    for (const [index, { length }] of lines.entries()) {
      open = index === 0 ? open + length : length;
      if (index > 0) line += 1;
      if (open > LONGEST_LINE) throw tooLong(line);
    }
    yield piece;
  }
}

async function firstLines(chunks: AsyncIterable<Uint8Array>, encoding: TextEncoding): Promise<string> {
  let text = "";
  for await (const piece of decodeText(chunks, encoding)) {
    text += piece;
    if (text.length > LONGEST_LINE) break;
  }
  return text.slice(0, LONGEST_LINE);
}

/** By what cells are separated: what Excel was told, else what makes most names of the first line known ones. */
function tellDelimiter(text: string): { delimiter: string; header: number } {
  const [first = ""] = text.split("\n", 1);
  const told = SEPARATOR_LINE.exec(first)?.[1];
  if (told !== undefined) return { delimiter: told, header: 2 };
  const known = (delimiter: string) => namesOf(text, delimiter).filter((name) => columnOf(name)).length;
  const [best] = [...DELIMITERS].sort((left, right) => known(right) - known(left));
  return { delimiter: best ?? ";", header: 1 };
}

function namesOf(text: string, delimiter: string): string[] {
  try {
    const rows: string[][] = parseAtOnce(text, { ...QUOTES, delimiter, record_delimiter: "\n", to: 1, relax_column_count: true, skip_empty_lines: true }); // prettier-ignore
    return rows[0] ?? [];
  } catch {
    return [];
  }
}

function unreadable(error: CsvError): UnreadableFile {
  const line = typeof error["lines"] === "number" ? error["lines"] : 1;
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return new UnreadableFile("quote_not_closed", `A quotation mark is not closed. Look at line ${line}.`);
    case "CSV_MAX_RECORD_SIZE":
      return tooLong(line);
    default:
      return new UnreadableFile("not_text", `The table cannot be read. Look at line ${line}.`);
  }
}

const tooLong = (line: number) =>
  new UnreadableFile(
    "line_too_long",
    `A line has more than ${LONGEST_LINE} characters, perhaps because a quotation mark is not closed. Look at line ${line}.`,
  );
