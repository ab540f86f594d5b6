import { type PdfType, type PdfWeight, spokenAs } from "./pdf-type.server.ts";

export type PdfCell = {
  readonly text: string;
  /** Part of the page's width, all cells of a row together 1. */
  readonly width: number;
  readonly align: "start" | "end";
  readonly weight: PdfWeight;
  readonly color: string;
  /** The cell names its row or its column, for screen readers. */
  readonly heads?: "Row" | "Column";
};

export type PdfTable = {
  readonly pdf: Pdf;
  readonly section: Section;
  readonly type: PdfType;
  readonly lineColor: string;
  /** Repeated on top of every further page. */
  readonly header: readonly PdfCell[] | null;
  readonly rows: readonly (readonly PdfCell[])[];
};

type Pdf = PDFKit.PDFDocument;
type Section = PDFKit.PDFStructureElement;
type Sheet = { readonly pdf: Pdf; readonly type: PdfType };
type Box = { left: number; top: number; width: number; height: number };

const GUTTER = 12;
const PADDING_TOP = 5;
const PADDING_BOTTOM = 4;

/** Draws rows with a line under each at the current place in the current size, and keeps a row on one page. */
export function drawPdfTable({ pdf, section, type, lineColor, header, rows }: PdfTable): void {
  const sheet = { pdf, type };
  const table = pdf.struct("Table");
  section.add(table);
  const drawTagged = (cells: readonly PdfCell[]) => {
    const boxes = cellBoxes(sheet, cells);
    addTaggedRow(
      sheet,
      table,
      cells.map((cell, index): TaggedCell => [cell, () => drawCell(sheet, cell, boxes[index])]),
    );
    drawLineBelow(pdf, boxes, lineColor);
  };
  const drawRepeated = (cells: readonly PdfCell[]) => {
    const boxes = cellBoxes(sheet, cells);
    drawArtifact(pdf, () => cells.forEach((cell, index) => drawCell(sheet, cell, boxes[index])));
    drawLineBelow(pdf, boxes, lineColor);
  };

  if (header) drawTagged(header);
  for (const cells of rows) {
    if (pdf.y + rowHeight(sheet, cells) > pdf.page.maxY()) {
      pdf.addPage();
      if (header) drawRepeated(header);
    }
    drawTagged(cells);
  }
  table.end();
}

type TaggedCell = [cell: PdfCell, draw: () => void];

function addTaggedRow({ pdf, type }: Sheet, table: Section, cells: readonly TaggedCell[]): void {
  const row = pdf.struct("TR");
  table.add(row);
  for (const [{ heads, text }, draw] of cells) {
    const spoken = spokenAs(type, text);
    const options: PDFKit.Mixins.StructureElementOptions & { scope?: string } = heads
      ? { scope: heads, ...spoken }
      : spoken;
    row.add(pdf.struct(heads ? "TH" : "TD", options, [draw]));
  }
  row.end();
}

function drawCell({ pdf, type }: Sheet, cell: PdfCell, box: Box | undefined): void {
  if (!box) return;
  const { left, top, width, height } = box;
  pdf.fillColor(cell.color);
  type.draw({ ...cell, width }, { left, top, height: height + 1 });
}

function drawLineBelow(pdf: Pdf, boxes: readonly Box[], color: string): void {
  const { top, height } = boxes[0] ?? { top: pdf.y, height: 0 };
  const { left } = pdf.page.margins;
  const bottom = top + height + PADDING_BOTTOM;
  drawArtifact(pdf, () => {
    pdf
      .moveTo(left, bottom)
      .lineTo(left + contentWidth(pdf), bottom)
      .lineWidth(0.75)
      .strokeColor(color)
      .stroke();
  });
  pdf.x = left;
  pdf.y = bottom;
}

function drawArtifact(pdf: Pdf, draw: () => void): void {
  pdf.markContent("Artifact", { type: "Layout" });
  draw();
  pdf.endMarkedContent();
}

function cellBoxes({ pdf, type }: Sheet, cells: readonly PdfCell[]): Box[] {
  const height = rowHeight({ pdf, type }, cells) - PADDING_TOP - PADDING_BOTTOM;
  const rightToLeft = type.direction === "rtl";
  let start = 0;
  return cells.map((cell) => {
    const width = textWidth(pdf, cell);
    const offset = rightToLeft ? contentWidth(pdf) - start - width : start;
    start += cell.width * contentWidth(pdf);
    return { left: pdf.page.margins.left + offset, top: pdf.y + PADDING_TOP, width, height };
  });
}

function rowHeight({ pdf, type }: Sheet, cells: readonly PdfCell[]): number {
  const heights = cells.map((cell) => type.height({ ...cell, width: textWidth(pdf, cell) }));
  const tallest = pdf.page.height - pdf.page.margins.top - pdf.page.margins.bottom - 60;
  return Math.min(Math.max(...heights), tallest) + PADDING_TOP + PADDING_BOTTOM;
}

function textWidth(pdf: Pdf, { width, align }: PdfCell): number {
  return width * contentWidth(pdf) - (align === "start" ? GUTTER : 0);
}

function contentWidth(pdf: Pdf): number {
  return pdf.page.width - pdf.page.margins.left - pdf.page.margins.right;
}
