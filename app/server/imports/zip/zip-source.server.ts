import type { Entry } from "yauzl";
import type { StoredDocument } from "#app/server/platform/storage/document-storage.server.ts";
import { cutWhole } from "#app/server/platform/text/cut-whole.server.ts";
import { storableText } from "#app/server/platform/text/storable-text.server.ts";
import { IMPORT_FORMATS, MOST_ROWS } from "../import-format.server.ts";
import { type ImportItem, type ImportSource, type NumberedItem, UnreadableFile } from "../import-item.server.ts";
import { readEntries, type ZippedFile } from "./zip-entries.server.ts";

const LARGEST_FILE = IMPORT_FORMATS.ubl.largestBytes;

/** All files together, unpacked. */
const LARGEST_TOTAL = 2_000_000_000;

/** Invoices become some ten times smaller. Small files may do better: what they unpack to is small too. */
const LARGEST_RATIO = 100;
const RATIO_FROM_BYTES = 1_000_000;

/** A zip of UBL documents, each a row. Folders, and what computers put beside files by themselves, count for nothing. */
export function zipSource(document: StoredDocument): ImportSource {
  async function* files(): AsyncGenerator<ZippedFile & { readonly row: number }> {
    let row = 0;
    for await (const file of readEntries(document)) {
      if (countsForNothing(file.entry.fileName)) continue;
      row += 1;
      if (row > MOST_ROWS) throw new UnreadableFile("too_many_rows", `The zip holds more than ${MOST_ROWS} files. Send it in parts.`); // prettier-ignore
      yield { ...file, row };
    }
    if (row === 0) throw new UnreadableFile("no_rows", "The zip holds no files.");
  }

  async function count(): Promise<number> {
    let last = 0;
    let packed = 0;
    let unpacked = 0;
    for await (const { row, entry } of files()) {
      last = row;
      packed += entry.compressedSize;
      unpacked += entry.uncompressedSize;
      if (entry.isEncrypted()) throw new UnreadableFile("password", "The zip has a password. Send it without one.");
      if (entry.fileName === "[Content_Types].xml") throw new UnreadableFile("spreadsheet", "This is a workbook. Save the table as CSV (UTF-8)."); // prettier-ignore
      // Files that lie over each other are as many as the directory likes, and no larger than one.
      if (unpacked > LARGEST_TOTAL || packed > document.size || isBomb(entry)) {
        throw new UnreadableFile("unpacks_too_large", "The zip unpacks to far more than invoices do.");
      }
    }
    return last;
  }

  async function* rowsAfter(after: number): AsyncGenerator<NumberedItem> {
    for await (const { row, ...file } of files()) if (row > after) yield { row, item: await readFile(file) };
  }

  return { count, rowsAfter };
}

const isBomb = ({ uncompressedSize, compressedSize }: Entry): boolean =>
  uncompressedSize > RATIO_FROM_BYTES && uncompressedSize > LARGEST_RATIO * compressedSize;

const countsForNothing = (name: string): boolean =>
  name.endsWith("/") || /(^|\/)(__MACOSX\/|\.[^/]*$|Thumbs\.db$|desktop\.ini$)/i.test(name);

async function readFile({ entry, bytes }: ZippedFile): Promise<ImportItem> {
  const name = entry.fileName;
  const source = cutWhole(storableText(name), 200);
  const refused = (code: string, message: string): ImportItem => ({
    kind: "refused",
    line: null,
    source,
    reference: null,
    errors: [{ line: null, field: "/", code, message }],
  });
  if (isLink(entry)) return refused("not_a_file", "The zip holds a link here, not a file.");
  if (/\.zip$/i.test(name)) return refused("nested_zip", "A zip in a zip is not opened. Send it by itself.");
  if (!/\.xml$/i.test(name)) return refused("not_an_invoice", "From a zip only invoices in UBL (.xml) are taken.");
  if (entry.uncompressedSize > LARGEST_FILE) return refused("too_large", "The file is larger than 20 MB.");
  const unpacked = await bytes();
  if (!unpacked.ok) return refused("unpacking_failed", `The file cannot be unpacked: ${unpacked.error}`);
  return { kind: "ubl", source, bytes: unpacked.value };
}

/** Where Unix made the zip, the upper half of the attributes is the mode of the file. */
function isLink({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  const madeByUnix = versionMadeBy >> 8 === 3;
  return madeByUnix && ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}
