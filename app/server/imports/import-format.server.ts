/** What a creditor can hand in: one UBL document, a zip of them, a table, or claim bodies a line. */
export type ImportFormat = "ubl" | "zip" | "csv" | "jsonl";

const XML_BYTES = 20_000_000;

/** Ten times a hundred thousand ordinary rows; a file comes in within a minute or not at all. */
const TABLE_BYTES = 100_000_000;

/** Many rows are read one by one, so that only time and the patience of other creditors bound them. */
export const MOST_ROWS = 200_000;

type Format = { readonly mediaTypes: readonly string[]; readonly largestBytes: number };

export const IMPORT_FORMATS: Readonly<Record<ImportFormat, Format>> = {
  ubl: { mediaTypes: ["application/xml", "text/xml"], largestBytes: XML_BYTES },
  csv: { mediaTypes: ["text/csv"], largestBytes: TABLE_BYTES },
  jsonl: { mediaTypes: ["application/x-ndjson"], largestBytes: TABLE_BYTES },
  zip: { mediaTypes: ["application/zip"], largestBytes: TABLE_BYTES },
};

export const LARGEST_IMPORT_BYTES = Math.max(...Object.values(IMPORT_FORMATS).map((format) => format.largestBytes));

export function formatOfMediaType(mediaType: string): ImportFormat | null {
  const formats = Object.entries(IMPORT_FORMATS) as [ImportFormat, Format][];
  return formats.find(([, { mediaTypes }]) => mediaTypes.includes(mediaType))?.[0] ?? null;
}

const ENDINGS: ReadonlyMap<string, ImportFormat> = new Map([
  ["xml", "ubl"],
  ["zip", "zip"],
  ["jsonl", "jsonl"],
  ["ndjson", "jsonl"],
]);

/** What a file is by its first bytes, and by its name where these leave it open; any other text is a table. */
export function sniffFormat(head: Uint8Array, fileName: string): ImportFormat {
  if (head[0] === 0x50 && head[1] === 0x4b) return "zip";
  // Without byte order marks, and the zeros of UTF-16, every format shows itself by its first character.
  const start = Buffer.from(head).toString("latin1").replace(/^[\u00ef\u00bb\u00bf\u00fe\u00ff]+|\0/g, "").trimStart(); // prettier-ignore
  if (start.startsWith("<")) return "ubl";
  if (start.startsWith("{")) return "jsonl";
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  return ENDINGS.get(ending) ?? "csv";
}
