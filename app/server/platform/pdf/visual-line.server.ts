import bidiFactory, { type EmbeddingLevels } from "bidi-js";

const bidi = bidiFactory();

/** Signs that only steer the order; nothing of them is seen. */
const STEERING = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\uffff]/g;

/** A paragraph with the order in which its signs are read and written. */
export type OrderedText = { readonly text: string; readonly levels: EmbeddingLevels };

/** A piece of a line, left to right: a font draws each by itself. */
export type VisualPiece = { readonly text: string; readonly rightToLeft: boolean };

/** Each paragraph runs in the direction of its own first letter, as UAX 9 has it (P2, P3). */
export function orderText(text: string): OrderedText {
  return { text, levels: bidi.getEmbeddingLevels(text, "auto") };
}

/**
 * The pieces of one line as they stand from left to right. A piece from right to left is one word, whose letters are in
 * the order of reading: the font turns and joins them. Signs with two sides, such as brackets, look the other way in it.
 */
export function visualLine({ text, levels }: OrderedText, { from, to }: { from: number; to: number }): VisualPiece[] {
  if (from >= to) return [];
  const order = bidi.getReorderedIndices(text, levels, from, to - 1).slice(from, to);
  const runs: { level: number; at: number[] }[] = [];
  for (const at of order) {
    const level = levels.levels[at] ?? 0;
    const last = runs.at(-1);
    if (last && last.level === level) last.at.push(at);
    else runs.push({ level, at: [at] });
  }
  return runs.flatMap(({ level, at }) =>
    level % 2 === 0
      ? shown([{ text: at.map((index) => text[index] ?? "").join(""), rightToLeft: false }])
      : shown(wordsOf(at.map((index) => mirrored(text[index] ?? "")))),
  );
}

/** What is drawn of a text. */
export function withoutSteering(text: string): string {
  return text.replace(STEERING, "");
}

function wordsOf(visual: readonly string[]): VisualPiece[] {
  return visual
    .join("")
    .split(/( +)/)
    .filter((word) => word !== "")
    .map((word) => ({ text: hasLetters(word) ? turned(word) : word, rightToLeft: hasLetters(word) }));
}

/** A font turns only what has a letter from right to left; brackets and marks alone stay as they are put. */
function hasLetters(word: string): boolean {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u.test(word);
}

function turned(word: string): string {
  return Array.from(word).reverse().join("");
}

function mirrored(sign: string): string {
  return bidi.getMirroredCharacter(sign) ?? sign;
}

function shown(pieces: readonly VisualPiece[]): VisualPiece[] {
  return pieces.map((piece) => ({ ...piece, text: withoutSteering(piece.text) })).filter(({ text }) => text !== "");
}
