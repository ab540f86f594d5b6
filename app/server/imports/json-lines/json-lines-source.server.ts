import { err, ok, type Result } from "#app/domain/result.ts";
import { documentChunks } from "#app/server/platform/storage/document-chunks.server.ts";
import type { StoredDocument } from "#app/server/platform/storage/document-storage.server.ts";
import { MOST_ROWS } from "../import-format.server.ts";
import { type ImportItem, type ImportSource, type NumberedItem, UnreadableFile } from "../import-item.server.ts";
import { type Line, splitLines } from "./split-lines.server.ts";

/** As long as the body of `POST /claims` may be. */
const LONGEST_LINE = 1_000_000;

const BYTE_ORDER_MARK = "\uFEFF";

/** A claim body a line, as `POST /claims` takes it. Empty lines count for nothing. */
export function jsonLinesSource(document: StoredDocument): ImportSource {
  async function* rows(): AsyncGenerator<Line & { readonly row: number }> {
    let row = 0;
    for await (const line of splitLines(documentChunks(document), { longest: LONGEST_LINE })) {
      if (line.bytes !== null && isBlank(line.bytes)) continue;
      row += 1;
      if (row > MOST_ROWS) throw new UnreadableFile("too_many_rows", `The file has more than ${MOST_ROWS} rows. Send it in parts.`); // prettier-ignore
      yield { ...line, row };
    }
    if (row === 0) throw new UnreadableFile("no_rows", "The file holds no claims.");
  }

  async function count(): Promise<number> {
    let last = 0;
    for await (const { row } of rows()) last = row;
    return last;
  }

  async function* rowsAfter(after: number): AsyncGenerator<NumberedItem> {
    for await (const { row, ...line } of rows()) if (row > after) yield { row, item: readLine(line) };
  }

  return { count, rowsAfter };
}

const isBlank = (bytes: Uint8Array): boolean =>
  bytes.length < 1_000 && Buffer.from(bytes).toString("latin1").trim() === "";

function readLine({ line, bytes }: Line): ImportItem {
  const refused = (code: string, message: string): ImportItem => ({
    kind: "refused",
    line,
    source: null,
    reference: null,
    errors: [{ line, field: "", code, message }],
  });
  if (bytes === null) return refused("line_too_long", `is longer than ${LONGEST_LINE} bytes`);
  const body = parseJson(bytes);
  if (!body.ok) return refused("unreadable_line", "must be one JSON object in UTF-8");
  const { reference } = body.value;
  return {
    kind: "claim",
    line,
    reference: typeof reference === "string" ? reference : null,
    size: bytes.length,
    body: body.value,
    errors: [],
    warnings: [],
    placeOf: (field) => ({ line, field }),
  };
}

function parseJson(bytes: Uint8Array): Result<Record<string, unknown>, null> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? ok(value as Record<string, unknown>) : err(null);
  } catch {
    return err(null);
  }
}
