import { fileTypeFromBuffer } from "file-type";
import { err, ok, type Result } from "#app/domain/result.ts";

export type SniffRefusal =
  { readonly kind: "unsupported"; readonly heic: boolean } | { readonly kind: "not_a_pdf_at_start" };

const IMAGES: ReadonlySet<string> = new Set(["image/jpeg", "image/png", "image/apng", "image/webp"]);
const HEIC = /^image\/(heic|heif)/;

/** As far as readers of PDF look for its beginning. */
const PDF_LOOKS_UP_TO = 1_024;

/**
 * What a file is by its bytes; its name and what the browser said have no say. A PDF is one from its first byte: what
 * comes before makes it two files in one.
 */
export async function sniffFile(bytes: Uint8Array): Promise<Result<"image" | "pdf", SniffRefusal>> {
  const start = Buffer.from(bytes.subarray(0, PDF_LOOKS_UP_TO)).toString("latin1");
  if (start.startsWith("%PDF-")) return ok("pdf");
  const mime = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? "";
  if (IMAGES.has(mime)) return ok("image");
  if (start.includes("%PDF-")) return err({ kind: "not_a_pdf_at_start" });
  return err({ kind: "unsupported", heic: HEIC.test(mime) });
}
