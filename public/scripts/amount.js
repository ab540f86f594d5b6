// Reads and writes amounts as the server does: app/domain/money-text.ts has the rules, and a test compares the two.

/**
 * Whole cents of what people type for an amount in euro, or a word for what is wrong with it: "ambiguous" for what can be
 * read in two ways, "unreadable" for the rest.
 */
export function centsOf(text) {
  const bare = text
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

/** An amount in the language of the page. */
export function euro(cents) {
  const dutch = document.documentElement.lang !== "en";
  const whole = String(Math.trunc(cents / 100)).replace(/\B(?=(\d{3})+$)/g, dutch ? "." : ",");
  const rest = String(cents % 100).padStart(2, "0");
  return dutch ? `€\u00a0${whole},${rest}` : `€${whole}.${rest}`;
}
