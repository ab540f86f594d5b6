/** Beyond Latin-1, what the standard fonts of a PDF can print (WinAnsiEncoding, ISO 32000-1 annex D). */
const WIN_ANSI_EXTRA = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

const REPLACEMENTS: ReadonlyMap<string, string> = new Map([
  ["\u2212", "-"],
  ["\u2010", "-"],
  ["\u2011", "-"],
  ["\u202f", "\u00a0"],
  ["ł", "l"],
  ["Ł", "L"],
  ["đ", "d"],
  ["Đ", "D"],
  ["ħ", "h"],
  ["Ħ", "H"],
  ["ı", "i"],
  ["ŧ", "t"],
  ["Ŧ", "T"],
]);

/**
 * The text as the standard fonts can print it: letters they lack lose their accent ("Wałęsa" becomes "Walesa"),
 * what has no Latin letter becomes a question mark. Line ends stay, other control characters become spaces.
 */
export function winAnsiText(text: string): string {
  return Array.from(text.normalize("NFC"), printable).join("");
}

/** Whether the standard fonts print the text without taking anything from it. */
export function isWinAnsi(text: string): boolean {
  return Array.from(text.normalize("NFC")).every(
    (character) =>
      character === "\u202f" || character === "\u2212" || isPrintable(character) || /[\p{Cc}\p{Zs}]/u.test(character),
  );
}

function isPrintable(character: string): boolean {
  return /[\n\x20-\x7e\xa0-\xff]/.test(character) || WIN_ANSI_EXTRA.includes(character);
}

function printable(character: string): string {
  if (isPrintable(character)) return character;
  const replacement = REPLACEMENTS.get(character);
  if (replacement !== undefined) return replacement;
  if (/[\p{Cc}\p{Zs}]/u.test(character)) return " ";
  if (/[\p{Cf}\p{Mn}]/u.test(character)) return "";
  const plain = character.normalize("NFKD").replace(/\p{Mn}/gu, "");
  return /^[\x20-\x7e]+$/.test(plain) ? plain : "?";
}
