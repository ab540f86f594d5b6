import { type QrModules, qrModules, QUIET_ZONE } from "#app/server/platform/qr/qr-modules.server.ts";

/** A code to scan, large enough for an old phone's camera. What it holds stands on the page as text as well. */
export type PdfQr = {
  readonly content: string;
  /** What a screen reader says instead of the picture. */
  readonly alt: string;
};

const SIDE = 120;
const LARGEST_VERSION = 10;

/** Draws the code at the right margin as shapes, so that it prints as sharp as the printer can; what follows stays where it was. */
export function drawPdfQr(
  pdf: PDFKit.PDFDocument,
  section: PDFKit.PDFStructureElement,
  { content, alt, top }: PdfQr & { readonly top: number },
): void {
  const modules = qrModules(content, LARGEST_VERSION);
  const left = pdf.page.width - pdf.page.margins.right - SIDE;
  section.add(pdf.struct("Figure", { alt }, [() => drawModules(pdf, { modules, left, top })]));
}

function drawModules(
  pdf: PDFKit.PDFDocument,
  { modules: { size, isDark }, left, top }: { modules: QrModules; left: number; top: number },
): void {
  const square = SIDE / (size + QUIET_ZONE);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (isDark(row, column)) pdf.rect(left + (column + QUIET_ZONE) * square, top + row * square, square, square);
    }
  }
  pdf.fill("#000000");
}
