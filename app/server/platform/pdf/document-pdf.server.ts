import PDFDocument from "pdfkit";
import { drawPdfQr, type PdfQr } from "./pdf-qr.server.ts";
import { drawPdfTable, type PdfCell } from "./pdf-table.server.ts";
import { winAnsiText } from "./win-ansi-text.server.ts";

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
  /** BCP 47, for screen readers. */
  readonly language: string;
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

const REGULAR = "Helvetica";
const BOLD = "Helvetica-Bold";
const INK = "#1c2430";
const SOFT = "#4a5363";
const LINE = "#ded9cf";
const MARGIN = 64;
const FOOT = 96;
const TEXT_SIZE = 10.5;
const MILLIMETRE = 72 / 25.4;
const WINDOW_TOP = 50 * MILLIMETRE;
const LETTER_TOP = 94 * MILLIMETRE;

/** A tagged A4 document in the standard fonts. The same input gives the same bytes. */
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
  if (input.letterhead) drawLetterhead(pdf, section, input.letterhead);
  drawText({ pdf, section, tag: "H1", text: input.title, font: BOLD, size: 20, space: 14 });
  for (const block of input.blocks) drawBlock(pdf, section, block);
  section.end();
  drawFooters(pdf, input);
  pdf.end();
  return bytes;
}

async function collect(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of pdf) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}

function drawBlock(pdf: Pdf, section: Section, block: PdfBlock): void {
  switch (block.type) {
    case "heading":
      return drawHeading(pdf, section, block.text);
    case "paragraph": {
      const color = block.soft === true ? SOFT : INK;
      return drawText({ pdf, section, tag: "P", text: block.text, font: REGULAR, size: TEXT_SIZE, space: 8, color });
    }
    case "lines": {
      const text = block.lines.join("\n");
      return drawText({ pdf, section, tag: "P", text, font: REGULAR, size: TEXT_SIZE, space: 8 });
    }
    case "rows":
      return drawRows(pdf, section, block.rows);
    case "table":
      return drawTable(pdf, section, block);
  }
}

/** The addressee 50 mm down, where the window of an envelope folded in three is; the day goes under it. */
function drawLetterhead(pdf: Pdf, section: Section, { sender, addressee, qr, day }: PdfLetterhead): void {
  const plain = { pdf, section, tag: "P", font: REGULAR, size: TEXT_SIZE, space: 0 } as const;
  drawText({ ...plain, text: sender.join("\n"), color: SOFT, size: 9 });
  pdf.y = WINDOW_TOP;
  drawText({ ...plain, text: addressee.join("\n") });
  pdf.y = Math.max(pdf.y, LETTER_TOP);
  drawText({ ...plain, text: day, color: SOFT, space: 16 });
  drawPdfQr(pdf, section, { ...qr, top: WINDOW_TOP });
}

function drawHeading(pdf: Pdf, section: Section, text: string): void {
  // A heading alone at the foot of a page belongs on the next one.
  if (pdf.y > pdf.page.maxY() - 72) pdf.addPage();
  pdf.y += 10;
  drawText({ pdf, section, tag: "H2", text, font: BOLD, size: 13, space: 6 });
}

type DrawnText = {
  pdf: Pdf;
  section: Section;
  tag: "H1" | "H2" | "P";
  text: string;
  font: string;
  size: number;
  space: number;
  color?: string;
};

function drawText({ pdf, section, tag, text, font, size, space, color = INK }: DrawnText): void {
  const draw = () => {
    pdf
      .font(font)
      .fontSize(size)
      .fillColor(color)
      .text(winAnsiText(text), pdf.page.margins.left, pdf.y, { lineGap: 2 });
  };
  section.add(pdf.struct(tag, {}, [draw]));
  pdf.y += space;
}

function drawRows(pdf: Pdf, section: Section, rows: readonly PdfRow[]): void {
  const cells = rows.map(({ label, value, strong = false }): PdfCell[] => {
    const font = strong ? BOLD : REGULAR;
    return [
      { text: label, width: 0.4, align: "left", font, color: strong ? INK : SOFT, heads: "Row" },
      { text: value, width: 0.6, align: "left", font, color: INK },
    ];
  });
  drawCells(pdf, section, { header: null, rows: cells });
}

function drawTable(pdf: Pdf, section: Section, { columns, rows, total }: PdfTableBlock): void {
  const width = 1 / columns.length;
  const cells = (row: readonly string[], font: string) =>
    columns.map(({ align }, index): PdfCell => {
      const cell: PdfCell = { text: row[index] ?? "", width, align, font, color: INK };
      return index === 0 ? { ...cell, heads: "Row" } : cell;
    });
  drawCells(pdf, section, {
    header: columns.map(({ label, align }) => ({
      ...{ text: label, width, align, font: REGULAR, color: SOFT },
      heads: "Column",
    })),
    rows: [...rows.map((row) => cells(row, REGULAR)), ...(total ? [cells(total, BOLD)] : [])],
  });
}

function drawCells(pdf: Pdf, section: Section, table: { header: PdfCell[] | null; rows: PdfCell[][] }): void {
  pdf.fontSize(TEXT_SIZE);
  drawPdfTable({ pdf, section, lineColor: LINE, ...table });
  pdf.y += 12;
}

function drawFooters(pdf: Pdf, { footer, pageLabel }: PdfDocumentInput): void {
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
    pdf.font(REGULAR).fontSize(8.5).fillColor(SOFT);
    pdf.text(winAnsiText(footer), MARGIN, top, { width: width - 90, height: 24, ellipsis: true });
    pdf.text(winAnsiText(pageLabel(page - start + 1, count)), MARGIN + width - 80, top, { width: 80, align: "right" });
    pdf.endMarkedContent();
  }
}
