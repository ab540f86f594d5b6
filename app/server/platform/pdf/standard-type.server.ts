import type { PdfType, PdfWeight } from "./pdf-type.server.ts";
import { winAnsiText } from "./win-ansi-text.server.ts";

const FONTS: Readonly<Record<PdfWeight, string>> = { regular: "Helvetica", bold: "Helvetica-Bold" };

/** The standard fonts. `lineGap` holds for text that goes on over the pages. */
export function standardType(pdf: PDFKit.PDFDocument, { lineGap }: { lineGap: number }): PdfType {
  return {
    direction: "ltr",
    height: ({ text, weight, width }) => pdf.font(FONTS[weight]).heightOfString(winAnsiText(text) || " ", { width }),
    draw: ({ text, weight, width, align }, { left, top, height }) => {
      const options = height === undefined ? { lineGap } : { height, ellipsis: true };
      pdf.font(FONTS[weight]).text(winAnsiText(text), left, top, {
        width,
        align: align === "end" ? "right" : "left",
        ...options,
      });
    },
  };
}
