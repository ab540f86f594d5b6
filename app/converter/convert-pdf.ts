import { type PDFiumDocument, PDFiumLibrary } from "@hyzyla/pdfium";
import sharp from "sharp";
import { err, ok } from "#app/domain/result.ts";
import type { ConverterAnswer } from "#app/server/evidence/file-converter.server.ts";

const MOST_PAGES = 300;
const MOST_PREVIEWS = 20;
const LARGEST_PREVIEWS_BYTES = 20_000_000;
/** In pixels: an A4 to read on a screen. */
const PAGE = { width: 1_000, height: 1_500 };

/**
 * The pages as pictures: what is active in a PDF does not come along, and nothing of it runs, because this PDFium has no
 * JavaScript and no forms are set up. A PDF that opens only with a password is refused.
 */
export async function convertPdf(bytes: Uint8Array): Promise<ConverterAnswer> {
  try {
    const library = await PDFiumLibrary.init();
    const document = await library.loadDocument(bytes);
    const count = document.getPageCount();
    if (count > MOST_PAGES) return err({ kind: "too_many_pages" });
    if (count < 1) return err({ kind: "broken_pdf" });
    return ok({ kind: "pdf", pages: await draw(document, Math.min(count, MOST_PREVIEWS)) });
  } catch (error) {
    const encrypted = error instanceof Error && /password|security scheme/i.test(error.message);
    return err({ kind: encrypted ? "encrypted_pdf" : "broken_pdf" });
  }
}

async function draw(document: PDFiumDocument, count: number): Promise<Uint8Array[]> {
  const pages: Uint8Array[] = [];
  let size = 0;
  for (let index = 0; index < count; index += 1) {
    const page = await drawPage(document, index);
    size += page.byteLength;
    if (size > LARGEST_PREVIEWS_BYTES) break;
    pages.push(page);
  }
  return pages;
}

async function drawPage(document: PDFiumDocument, index: number): Promise<Uint8Array> {
  const page = document.getPage(index);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(PAGE.width / originalWidth, PAGE.height / originalHeight);
  const size = { width: pixels(originalWidth * scale), height: pixels(originalHeight * scale) };
  const { data, width, height } = await page.render({ render: "bitmap", ...size });
  return sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png()
    .toBuffer();
}

const pixels = (length: number): number => Math.max(1, Math.floor(length));
