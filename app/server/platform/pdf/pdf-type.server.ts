import type { Direction } from "#app/i18n/languages.ts";
import { withoutSteering } from "./visual-line.server.ts";

export type PdfWeight = "regular" | "bold";

export type PdfText = {
  readonly text: string;
  readonly weight: PdfWeight;
  readonly width: number;
  /** The side on which a line starts, or the other: left and right change places with the direction. */
  readonly align: "start" | "end";
};

/**
 * Writes text on the page in the current size and colour. Two of them: the standard fonts, which every reader of a PDF has
 * and which know the languages of Western Europe, and fonts that come along in the file for all others.
 */
export type PdfType = {
  /** Of the page: where rows and columns begin. */
  readonly direction: Direction;
  /** Points high. */
  readonly height: (text: PdfText) => number;
  /** Leaves the page's place below the text. Without a `height` it goes on over the pages; with one it ends there. */
  readonly draw: (text: PdfText, place: { left: number; top: number; height?: number }) => void;
};

/** Between the lines of a text, in points. */
export const LINE_GAP = 2;

/** For screen readers: the words in the order of reading, where the page has them in the order of seeing. */
export function spokenAs({ direction }: PdfType, text: string): { actual?: string } {
  return direction === "rtl" ? { actual: withoutSteering(text) } : {};
}
