import { winAnsiText } from "./win-ansi-text.server.ts";

export type PdfCell = {
  readonly text: string;
  /** Part of the page's width, all cells of a row together 1. */
  readonly width: number;
  readonly align: "left" | "right";
  readonly font: string;
  readonly color: string;
  /** The cell names its row or its column, for screen readers. */
  readonly heads?: "Row" | "Column";
};

export type PdfTable = {
  readonly pdf: Pdf;
  readonly section: Section;
  readonly lineColor: string;
  /** Repeated on top of every further page. */
  readonly header: readonly PdfCell[] | null;
  readonly rows: readonly (readonly PdfCell[])[];
};

type Pdf = PDFKit.PDFDocument;
type Section = PDFKit.PDFStructureElement;
type Box = { left: number; top: number; width: number; height: number };

const GUTTER = 12;
const PADDING_TOP = 5;
const PADDING_BOTTOM = 4;

/** Draws rows with a line under each at the current place in the current size, and keeps a row on one page. */
export function drawPdfTable({ pdf, section, lineColor, header, rows }: PdfTable): void {
  const table = pdf.struct("Table");
  section.add(table);
  const drawTagged = (cells: readonly PdfCell[]) => {
    const boxes = cellBoxes(pdf, cells);
    addTaggedRow(
      pdf,
      table,
      cells.map((cell, index): TaggedCell => [cell, () => drawCell(pdf, cell, boxes[index])]),
    );
    drawLineBelow(pdf, boxes, lineColor);
  };
  const drawRepeated = (cells: readonly PdfCell[]) => {
    const boxes = cellBoxes(pdf, cells);
    drawArtifact(pdf, () => cells.forEach((cell, index) => drawCell(pdf, cell, boxes[index])));
    drawLineBelow(pdf, boxes, lineColor);
  };

  if (header) drawTagged(header);
  for (const cells of rows) {
    if (pdf.y + rowHeight(pdf, cells) > pdf.page.maxY()) {
      pdf.addPage();
      if (header) drawRepeated(header);
    }
    drawTagged(cells);
  }
  table.end();
}

type TaggedCell = [cell: PdfCell, draw: () => void];

function addTaggedRow(pdf: Pdf, table: Section, cells: readonly TaggedCell[]): void {
  const row = pdf.struct("TR");
  table.add(row);
  for (const [{ heads }, draw] of cells) {
    const options: PDFKit.Mixins.StructureElementOptions & { scope?: string } = heads ? { scope: heads } : {};
    row.add(pdf.struct(heads ? "TH" : "TD", options, [draw]));
  }
  row.end();
}

function drawCell(pdf: Pdf, cell: PdfCell, box: Box | undefined): void {
  if (!box) return;
  const { left, top, width, height } = box;
  pdf.font(cell.font).fillColor(cell.color);
  pdf.text(winAnsiText(cell.text), left, top, { width, height: height + 1, align: cell.align, ellipsis: true });
}

function drawLineBelow(pdf: Pdf, boxes: readonly Box[], color: string): void {
  const { left, top, height } = boxes[0] ?? { left: pdf.x, top: pdf.y, height: 0 };
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

function cellBoxes(pdf: Pdf, cells: readonly PdfCell[]): Box[] {
  const height = rowHeight(pdf, cells) - PADDING_TOP - PADDING_BOTTOM;
  let left = pdf.page.margins.left;
  return cells.map((cell) => {
    const box = { left, top: pdf.y + PADDING_TOP, width: textWidth(pdf, cell), height };
    left += cell.width * contentWidth(pdf);
    return box;
  });
}

function rowHeight(pdf: Pdf, cells: readonly PdfCell[]): number {
  const heights = cells.map((cell) =>
    pdf.font(cell.font).heightOfString(winAnsiText(cell.text) || " ", { width: textWidth(pdf, cell) }),
  );
  const tallest = pdf.page.height - pdf.page.margins.top - pdf.page.margins.bottom - 60;
  return Math.min(Math.max(...heights), tallest) + PADDING_TOP + PADDING_BOTTOM;
}

function textWidth(pdf: Pdf, { width, align }: PdfCell): number {
  return width * contentWidth(pdf) - (align === "left" ? GUTTER : 0);
}

function contentWidth(pdf: Pdf): number {
  return pdf.page.width - pdf.page.margins.left - pdf.page.margins.right;
}
