// Reads and writes amounts as the server does: app/domain/money-text.ts has the rules, and a test compares the two.

/**
 * Whole cents of what people type for an amount in euro, or a word for what is wrong with it: "ambiguous" for what can be
 * read in two ways, "unreadable" for the rest.
 */
export function centsOf(text) {
  const bare = westernDigits(text)
    .replace(/\u066b/g, ",")
    .replace(/\u066c/g, ".")
    .replace(/[\u200e\u200f\u061c]/g, "")
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim()
    .replace(/^(€|eur(o)?\b) ?/i, "")
    .replace(/ ?(€|eur(o)?)$/i, "")
    .replace(/,[-–—]{1,2}$/, ",00");
  if (/^\d+[.,]\d{3}$/.test(bare) && !/^0/.test(bare)) return "ambiguous";
  const match =
    /^(\d+)(?:[.,](\d{1,2}))?$/.exec(bare) ||
    /^([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d{1,2}))?$/.exec(bare) ||
    /^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(bare) ||
    /^([1-9]\d{0,2}(?: \d{3})+)(?:,(\d{1,2}))?$/.exec(bare);
  if (!match) return "unreadable";
  const whole = match[1].replace(/\D/g, "").replace(/^0+(?=\d)/, "");
  const cents = Number(whole) * 100 + Number((match[2] || "").padEnd(2, "0"));
  return whole.length > 12 || cents > LARGEST_CENTS ? "unreadable" : cents;
}

const LARGEST_CENTS = 99999999999;

/** The digits of an Arabic keyboard count as ours. */
export function westernDigits(text) {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

/**
 * How each language writes an amount: between thousands, before the cents, before it, after it, thousands from so many digits,
 * and, where it does not stand in front of it all, the minus.
 */
const STYLES = {
  nl: [".", ",", "€\u00a0", "", 4, "-"],
  en: [",", ".", "€", "", 4],
  de: [".", ",", "", "\u00a0€", 4],
  fr: ["\u202f", ",", "", "\u00a0€", 4],
  pl: ["\u00a0", ",", "", "\u00a0€", 5],
  tr: [".", ",", "€", "", 4],
  ar: [",", ".", "\u200f", "\u00a0€", 4, "\u200e-"],
  uk: ["\u00a0", ",", "", "\u00a0€", 4],
};

/** An amount in the language of the page; it can be less than nothing. */
export function euro(cents) {
  const [group, decimal, before, after, groupFrom, minus] = STYLES[document.documentElement.lang] || STYLES.nl;
  const size = Math.abs(cents);
  const digits = String(Math.trunc(size / 100));
  const whole = digits.length < groupFrom ? digits : digits.replace(/\B(?=(\d{3})+$)/g, group);
  const number = `${whole}${decimal}${String(size % 100).padStart(2, "0")}`;
  if (cents >= 0) return `${before}${number}${after}`;
  return minus ? `${before}${minus}${number}${after}` : `-${before}${number}${after}`;
}
