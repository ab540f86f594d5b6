import PDFDocument from "pdfkit";
import { direction, type Language } from "#app/i18n/languages.ts";
import { drawPdfQr, type PdfQr } from "./pdf-qr.server.ts";
import { drawPdfTable, type PdfCell } from "./pdf-table.server.ts";
import { LINE_GAP, type PdfType, type PdfWeight, spokenAs } from "./pdf-type.server.ts";
import { standardType } from "./standard-type.server.ts";
import { unicodeType } from "./unicode-type.server.ts";
import { isWinAnsi } from "./win-ansi-text.server.ts";

export type PdfRow = { readonly label: string; readonly value: string; readonly strong?: boolean };

export type PdfColumn = { readonly label: string; readonly align: "left" | "right" };

export type PdfBlock =
  | { readonly type: "heading"; readonly text: string }
  | { readonly type: "paragraph"; readonly text: string; readonly soft?: boolean }
  | { readonly type: "lines"; readonly lines: readonly string[] }
  | { readonly type: "rows"; readonly rows: readonly PdfRow[] }
  | PdfTableBlock;

export type PdfTableBlock = {
  readonly type: "table";
  readonly columns: readonly PdfColumn[];
  readonly rows: readonly (readonly string[])[];
  /** The last row, set apart. */
  readonly total?: readonly string[];
};

export type PdfDocumentInput = {
  readonly title: string;
  /** For screen readers, and for the direction of the page. */
  readonly language: Language;
  readonly createdAt: Date;
  /** Makes a letter of it, folded so that the addressee stands in the window of a Dutch envelope. */
  readonly letterhead?: PdfLetterhead;
  readonly blocks: readonly PdfBlock[];
  /** Stands small at the foot of every page; at most two lines. */
  readonly footer: string;
  readonly pageLabel: (page: number, pages: number) => string;
};

export type PdfLetterhead = {
  readonly sender: readonly string[];
  readonly addressee: readonly string[];
  /** Stands beside the addressee, out of the window. */
  readonly qr: PdfQr;
  readonly day: string;
};

type Pdf = PDFKit.PDFDocument;
type Section = PDFKit.PDFStructureElement;

const INK = "#1c2430";
const SOFT = "#4a5363";
const LINE = "#ded9cf";
const MARGIN = 64;
const FOOT = 84;
const TEXT_SIZE = 10.5;
const MILLIMETRE = 72 / 25.4;
const WINDOW_TOP = 50 * MILLIMETRE;
const LETTER_TOP = 94 * MILLIMETRE;

/** Where something is written, and in which type. */
type Sheet = { readonly pdf: Pdf; readonly section: Section; readonly type: PdfType };

/**
 * A tagged A4 document: in the standard fonts where they have every sign of it, else in fonts that come along. From right
 * to left in a language that is written so. The same input gives the same bytes.
 */
export async function documentPdf(input: PdfDocumentInput): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: "A4",
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: FOOT },
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: input.language,
    bufferPages: true,
    info: { Title: input.title, CreationDate: input.createdAt },
  });
  const bytes = collect(pdf);
  const section = pdf.struct("Document");
  pdf.addStructure(section);
  const sheet = { pdf, section, type: typeFor(pdf, input) };
  if (input.letterhead) drawLetterhead(sheet, input.letterhead);
  drawText(sheet, { tag: "H1", text: input.title, weight: "bold", size: 20, space: 14 });
  for (const block of input.blocks) drawBlock(sheet, block);
  section.end();
  drawFooters(sheet, input);
  pdf.end();
  return bytes;
}

async function collect(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of pdf) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}

function typeFor(pdf: Pdf, { language, title, letterhead, blocks, footer, pageLabel }: PdfDocumentInput): PdfType {
  const head = letterhead ? [...letterhead.sender, ...letterhead.addressee, letterhead.day] : [];
  const words = [title, footer, pageLabel(1, 1), ...head, ...blocks.flatMap(wordsOf)];
  if (words.every(isWinAnsi)) return standardType(pdf, { lineGap: LINE_GAP });
  return unicodeType(pdf, { direction: direction(language), size: () => sizeOf(pdf) });
}

function wordsOf(block: PdfBlock): readonly string[] {
  switch (block.type) {
    case "heading":
    case "paragraph":
      return [block.text];
    case "lines":
      return block.lines;
    case "rows":
      return block.rows.flatMap(({ label, value }) => [label, value]);
    case "table":
      return [...block.columns.map(({ label }) => label), ...block.rows.flat(), ...(block.total ?? [])];
  }
}

/** The addressee 50 mm down on the left, where the window of an envelope folded in three is; the day stands under the sender. */
function drawLetterhead(sheet: Sheet, { sender, addressee, qr, day }: PdfLetterhead): void {
  const { pdf, section, type } = sheet;
  const plain = { tag: "P", weight: "regular", size: TEXT_SIZE, space: 0 } as const;
  drawText(sheet, { ...plain, text: [...sender, day].join("\n"), color: SOFT, size: 9 });
  pdf.y = WINDOW_TOP;
  drawText(sheet, { ...plain, text: addressee.join("\n"), align: type.direction === "rtl" ? "end" : "start" });
  pdf.y = Math.max(pdf.y, LETTER_TOP);
  drawPdfQr(pdf, section, { ...qr, top: WINDOW_TOP });
}

/** PDFKit knows its size, its types do not say so. */
function sizeOf(pdf: Pdf): number {
  return (pdf as Pdf & { readonly _fontSize: number })._fontSize;
}

function drawBlock(sheet: Sheet, block: PdfBlock): void {
  switch (block.type) {
    case "heading":
      return drawHeading(sheet, block.text);
    case "paragraph": {
      const color = block.soft === true ? SOFT : INK;
      return drawText(sheet, { tag: "P", text: block.text, weight: "regular", size: TEXT_SIZE, space: 8, color });
    }
    case "lines": {
      const text = block.lines.join("\n");
      return drawText(sheet, { tag: "P", text, weight: "regular", size: TEXT_SIZE, space: 8 });
    }
    case "rows":
      return drawRows(sheet, block.rows);
    case "table":
      return drawTable(sheet, block);
  }
}

function drawHeading(sheet: Sheet, text: string): void {
  const { pdf } = sheet;
  // A heading alone at the foot of a page belongs on the next one.
  if (pdf.y > pdf.page.maxY() - 72) pdf.addPage();
  pdf.y += 10;
  drawText(sheet, { tag: "H2", text, weight: "bold", size: 13, space: 6 });
}

type DrawnText = {
  tag: "H1" | "H2" | "P";
  text: string;
  weight: PdfWeight;
  size: number;
  space: number;
  color?: string;
  align?: "start" | "end";
};

function drawText({ pdf, section, type }: Sheet, drawn: DrawnText): void {
  const { tag, text, weight, size, space, color = INK, align = "start" } = drawn;
  const draw = () => {
    pdf.fontSize(size).fillColor(color);
    type.draw({ text, weight, width: contentWidth(pdf), align }, { left: pdf.page.margins.left, top: pdf.y });
  };
  section.add(pdf.struct(tag, spokenAs(type, text), [draw]));
  pdf.y += space;
}

function contentWidth(pdf: Pdf): number {
  return pdf.page.width - pdf.page.margins.left - pdf.page.margins.right;
}

function drawRows(sheet: Sheet, rows: readonly PdfRow[]): void {
  const cells = rows.map(({ label, value, strong = false }): PdfCell[] => {
    const weight = strong ? "bold" : "regular";
    return [
      { text: label, width: 0.4, align: "start", weight, color: strong ? INK : SOFT, heads: "Row" },
      { text: value, width: 0.6, align: "start", weight, color: INK },
    ];
  });
  drawCells(sheet, { header: null, rows: cells });
}

function drawTable(sheet: Sheet, { columns, rows, total }: PdfTableBlock): void {
  const width = 1 / columns.length;
  const side = (align: PdfColumn["align"]) => (align === "right" ? "end" : "start");
  const cells = (row: readonly string[], weight: PdfWeight) =>
    columns.map(({ align }, index): PdfCell => {
      const cell: PdfCell = { text: row[index] ?? "", width, align: side(align), weight, color: INK };
      return index === 0 ? { ...cell, heads: "Row" } : cell;
    });
  drawCells(sheet, {
    header: columns.map(({ label, align }) => ({
      ...({ text: label, width, align: side(align), weight: "regular", color: SOFT } as const),
      heads: "Column",
    })),
    rows: [...rows.map((row) => cells(row, "regular")), ...(total ? [cells(total, "bold")] : [])],
  });
}

function drawCells({ pdf, section, type }: Sheet, table: { header: PdfCell[] | null; rows: PdfCell[][] }): void {
  pdf.fontSize(TEXT_SIZE);
  drawPdfTable({ pdf, section, type, lineColor: LINE, ...table });
  pdf.y += 12;
}

function drawFooters({ pdf, type }: Pick<Sheet, "pdf" | "type">, { footer, pageLabel }: PdfDocumentInput): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    // Text below the bottom margin would open a new page.
    pdf.page.margins.bottom = 0;
    const width = pdf.page.width - 2 * MARGIN;
    const top = pdf.page.height - FOOT + 28;
    pdf.markContent("Artifact", { type: "Pagination" });
    pdf
      .moveTo(MARGIN, top - 8)
      .lineTo(MARGIN + width, top - 8)
      .lineWidth(0.75)
      .strokeColor(LINE)
      .stroke();
    pdf.fontSize(8.5).fillColor(SOFT);
    const [outer, inner] = type.direction === "rtl" ? [80, 0] : [0, width - 80];
    const number = pageLabel(page - start + 1, count);
    type.draw({ text: footer, weight: "regular", width: width - 90, align: "start" }, { left: MARGIN + outer + (outer === 0 ? 0 : 10), top, height: 26 }); // prettier-ignore
    type.draw({ text: number, weight: "regular", width: 80, align: "end" }, { left: MARGIN + inner, top, height: 14 });
    pdf.endMarkedContent();
  }
}
