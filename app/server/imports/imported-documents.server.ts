import { textOfFile } from "./text-of-file.server.ts";
import type { UblDocument } from "./ubl/ubl-reading.server.ts";
import { writeFilename } from "./ubl/write-filename.server.ts";

export type ImportedDocument = {
  readonly kind: "invoice" | "attachment";
  readonly filename: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
  /** What it says, for people who cannot open the file; null where only the file says it. */
  readonly text: string | null;
};

type TakenIn = {
  /** The file that was imported. */
  readonly file: Uint8Array;
  readonly number: string;
  /** The invoice or credit note written out. */
  readonly text: string;
  readonly documents: readonly UblDocument[];
  readonly kind: ImportedDocument["kind"];
};

/**
 * What was taken in, as documents to show. The first PDF is the picture of the invoice or credit note itself, and gets
 * its words; where none is embedded, the imported file is the document. All others are attachments with their own words.
 */
export function importedDocuments({ file, number, text, documents, kind }: TakenIn): ImportedDocument[] {
  const picture = documents.find(({ mimeType }) => mimeType === "application/pdf");
  const attachments = documents.filter((document) => document !== picture).map((document) => ({
    kind: "attachment" as const,
    filename: document.filename,
    mimeType: document.mimeType,
    bytes: document.bytes,
    text: textOfFile(document),
  })); // prettier-ignore
  const itself = picture ?? {
    filename: writeFilename({ given: "", otherwise: number, ending: "xml" }),
    mimeType: "application/xml",
    bytes: file,
  };
  return [{ kind, filename: itself.filename, mimeType: itself.mimeType, bytes: itself.bytes, text }, ...attachments];
}
