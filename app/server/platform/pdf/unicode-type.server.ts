import { createRequire } from "node:module";
import type { Direction } from "#app/i18n/languages.ts";
import type { PdfText, PdfType, PdfWeight } from "./pdf-type.server.ts";
import { orderText, visualLine, withoutSteering } from "./visual-line.server.ts";

const find = createRequire(import.meta.url).resolve;
const SANS = "@expo-google-fonts/noto-sans";
const ARABIC = "@expo-google-fonts/noto-sans-arabic";

const FILES = {
  sans: { regular: `${SANS}/400Regular/NotoSans_400Regular.ttf`, bold: `${SANS}/700Bold/NotoSans_700Bold.ttf` },
  arabic: {
    regular: `${ARABIC}/400Regular/NotoSansArabic_400Regular.ttf`,
    bold: `${ARABIC}/700Bold/NotoSansArabic_700Bold.ttf`,
  },
} as const;

type Family = keyof typeof FILES;

/** Of the size: from the top of a line to its letters' foot, and from line to line. */
const FOOT = 1.07;
const LEADING: Readonly<Record<Direction, number>> = { ltr: 1.3, rtl: 1.5 };

const ARABIC_LETTERS = /\p{Script=Arabic}+/u;
/** What neither font has: no box is drawn for it. */
const UNKNOWN =
  /[^\n\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]|[\u2190-\u{10ffff}]/gu;

/** Fonts that come along: Latin with all its accents, Greek, Cyrillic and Arabic, each line in the order it is read in. */
export function unicodeType(
  pdf: PDFKit.PDFDocument,
  { direction, size }: { direction: Direction; size: () => number },
): PdfType {
  const lineHeight = () => size() * LEADING[direction];

  function widthOf(text: string, weight: PdfWeight): number {
    return inFamilies(withoutSteering(text), direction).reduce(
      (sum, { part, family }) => sum + pdf.font(find(FILES[family][weight])).widthOfString(part),
      0,
    );
  }

  function drawLine(line: Line, { weight, width, align }: PdfText, { left, top }: { left: number; top: number }): void {
    const pieces = visualLine(line.ordered, line).flatMap(({ text }) => inFamilies(text, direction));
    const widths = pieces.map(({ part, family }) => pdf.font(find(FILES[family][weight])).widthOfString(part));
    const whole = widths.reduce((sum, one) => sum + one, 0);
    const atRight = (align === "end") !== (direction === "rtl");
    let x = atRight ? left + width - whole : left;
    pieces.forEach(({ part, family }, index) => {
      pdf.font(find(FILES[family][weight]));
      pdf.text(part, x, top + FOOT * size(), { lineBreak: false, baseline: "alphabetic" });
      x += widths[index] ?? 0;
    });
  }

  const linesOf = ({ text, weight, width }: PdfText) => brokenLines(printable(text), { width, widthOf: (part) => widthOf(part, weight) }); // prettier-ignore

  return {
    direction,
    height: (text) => linesOf(text).length * lineHeight(),
    draw: (text, { left, top, height }) => {
      let y = top;
      for (const line of linesOf(text)) {
        if (height !== undefined && y + lineHeight() > top + height + 1) break;
        if (height === undefined && y + lineHeight() > pdf.page.maxY()) {
          pdf.addPage();
          y = pdf.page.margins.top;
        }
        drawLine(line, text, { left, top: y });
        y += lineHeight();
      }
      pdf.x = left;
      pdf.y = y;
    },
  };
}

type Line = { readonly ordered: ReturnType<typeof orderText>; readonly from: number; readonly to: number };

/** Lines as wide as they may be; a word that is wider than a line is cut. */
function brokenLines(
  text: string,
  { width, widthOf }: { width: number; widthOf: (part: string) => number },
): readonly Line[] {
  return text.split("\n").flatMap((paragraph) => {
    const ordered = orderText(paragraph);
    const lines: Line[] = [];
    let from = 0;
    let to = 0;
    let used = 0;
    for (const [word] of paragraph.matchAll(/ *[^ ]+/g)) {
      const own = widthOf(word);
      if (used + own > width && to > from) {
        lines.push({ ordered, from, to });
        from = to + (word.length - word.trimStart().length);
        used = widthOf(word.trimStart());
      } else used += own;
      to += word.length;
      while (used > width && to - from > 1) {
        const cut = longestFit(paragraph.slice(from, to), { width, widthOf });
        lines.push({ ordered, from, to: from + cut });
        from += cut;
        used = widthOf(paragraph.slice(from, to));
      }
    }
    return [...lines, { ordered, from, to }];
  });
}

function longestFit(word: string, { width, widthOf }: { width: number; widthOf: (part: string) => number }): number {
  let [fits, over] = [1, word.length];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (widthOf(word.slice(0, middle)) > width) over = middle;
    else fits = middle;
  }
  return fits;
}

/** Cuts a text where the font changes. In a text from right to left the Arabic font has our letters and marks as well. */
function inFamilies(text: string, direction: Direction): readonly { part: string; family: Family }[] {
  const main: Family = direction === "rtl" ? "arabic" : "sans";
  const foreign = direction === "rtl" ? /([\p{Script=Cyrillic}\p{Script=Greek}]+)/u : new RegExp(`(${ARABIC_LETTERS.source})`, "u"); // prettier-ignore
  const other: Family = direction === "rtl" ? "sans" : "arabic";
  return text
    .split(foreign)
    .map((part, index) => ({ part, family: index % 2 === 0 ? main : other }))
    .filter(({ part }) => part !== "");
}

function printable(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll("\u202f", "\u00a0")
    .replace(/[\t\r\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, " ")
    .replace(UNKNOWN, "?");
}
