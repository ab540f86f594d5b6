// Reads and writes amounts as the server does: app/domain/money-text.ts has the rules, and a test compares the two.

/**
 * Whole cents of what people type for an amount in euro, or a word for what is wrong with it: "ambiguous" for what can be
 * read in two ways, "unreadable" for the rest.
 */
export function centsOf(text) {
  const bare = westernDigits(text)
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

/** The digits and the decimal sign of an Arabic keyboard count as ours. */
function westernDigits(text) {
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/\u066b/g, ",")
    .replace(/\u066c/g, ".");
}

/** How each language writes an amount: between thousands, before the cents, before it, after it, thousands from so many digits. */
const STYLES = {
  nl: [".", ",", "€\u00a0", "", 4],
  en: [",", ".", "€", "", 4],
  de: [".", ",", "", "\u00a0€", 4],
  fr: ["\u202f", ",", "", "\u00a0€", 4],
  pl: ["\u00a0", ",", "", "\u00a0€", 5],
  tr: [".", ",", "€", "", 4],
  ar: [",", ".", "\u200f", "\u00a0€", 4],
  uk: ["\u00a0", ",", "", "\u00a0€", 4],
};

/** An amount in the language of the page. */
export function euro(cents) {
  const [group, decimal, before, after, groupFrom] = STYLES[document.documentElement.lang] || STYLES.nl;
  const digits = String(Math.trunc(cents / 100));
  const whole = digits.length < groupFrom ? digits : digits.replace(/\B(?=(\d{3})+$)/g, group);
  return `${before}${whole}${decimal}${String(cents % 100).padStart(2, "0")}${after}`;
}
