import { asCents, type Cents, LARGEST_AMOUNT } from "./money.ts";
import { err, ok, type Result } from "./result.ts";
import { westernDigits } from "./western-digits.ts";

export type AmountTextError = {
  readonly kind: "not_an_amount" | "ambiguous_amount" | "too_many_decimals" | "amount_too_large";
};

/** The languages that amounts are written in. */
export type AmountLanguage = keyof typeof STYLES;

/**
 * `€ 1.234,56` (Dutch), `€1,234.56` (English), `1.234,56 €` (German): as the Unicode CLDR has it for each language, with the
 * sign of the euro in all of them. No space in it can break, so that an amount stays on one line. Written here and not by
 * Intl: an amount is exact to the cent however large, and a receipt made again later has the same bytes.
 */
export function formatEuro(amount: Cents, language: AmountLanguage = "nl"): string {
  const { before, after, signFirst, minus } = STYLES[language];
  const sign = amount < 0n ? minus : "";
  const number = formatNumber(asCents(amount < 0n ? -amount : amount), STYLES[language]);
  return signFirst ? `${sign}${before}${number}${after}` : `${before}${sign}${number}${after}`;
}

type AmountStyle = {
  readonly group: string;
  readonly decimal: string;
  readonly before: string;
  readonly after: string;
  /** Whether the minus stands before the euro. */
  readonly signFirst: boolean;
  readonly minus: string;
  /** From how many digits on thousands are set apart. */
  readonly groupFrom: number;
};

const NO_BREAK = "\u00a0";
const NARROW_NO_BREAK = "\u202f";
const RIGHT_TO_LEFT = "\u200f";
const LEFT_TO_RIGHT = "\u200e";

const EURO_LAST = { before: "", after: `${NO_BREAK}€`, signFirst: true, minus: "-", groupFrom: 4 } as const;
const EURO_FIRST = { before: "€", after: "", signFirst: true, minus: "-", groupFrom: 4 } as const;

const STYLES = {
  nl: { ...EURO_FIRST, group: ".", decimal: ",", before: `€${NO_BREAK}`, signFirst: false },
  en: { ...EURO_FIRST, group: ",", decimal: "." },
  de: { ...EURO_LAST, group: ".", decimal: "," },
  fr: { ...EURO_LAST, group: NARROW_NO_BREAK, decimal: "," },
  pl: { ...EURO_LAST, group: NO_BREAK, decimal: ",", groupFrom: 5 },
  tr: { ...EURO_FIRST, group: ".", decimal: "," },
  ar: {
    ...{ ...EURO_LAST, group: ",", decimal: ".", before: RIGHT_TO_LEFT },
    ...{ signFirst: false, minus: `${LEFT_TO_RIGHT}-` },
  },
  uk: { ...EURO_LAST, group: NO_BREAK, decimal: "," },
} as const satisfies Readonly<Record<string, AmountStyle>>;

function formatNumber(amount: Cents, { group, decimal, groupFrom }: AmountStyle): string {
  const digits = amount.toString().padStart(3, "0");
  const whole = digits.slice(0, -2);
  const grouped = whole.length < groupFrom ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${grouped}${decimal}${digits.slice(-2)}`;
}

/**
 * Reads what people type for an amount in euro: `12`, `12,5`, `12,50`, `12.50`, `1.234,56`, `€ 12,50`, `12,-`.
 * The digits and the decimal sign of an Arabic keyboard count as ours. Refuses what can be read in two ways, such as `1.234`
 * (over a thousand, or a little over one?), and amounts below zero.
 */
export function parseEuro(text: string): Result<Cents, AmountTextError> {
  const bare = westernDigits(text)
    .replaceAll("\u066b", ",")
    .replaceAll("\u066c", ".")
    .replace(/[\u200e\u200f\u061c]/g, "")
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim()
    .replace(/^(€|eur(o)?\b) ?/i, "")
    .replace(/ ?(€|eur(o)?)$/i, "")
    .replace(/,[-–—]{1,2}$/, ",00");
  if (/^\d+[.,]\d{3}$/.test(bare) && !/^0/.test(bare)) return err({ kind: "ambiguous_amount" });
  const match =
    /^(?<whole>\d+)(?:[.,](?<decimals>\d+))?$/.exec(bare) ??
    /^(?<whole>[1-9]\d{0,2}(?:\.\d{3})+)(?:,(?<decimals>\d+))?$/.exec(bare) ??
    /^(?<whole>[1-9]\d{0,2}(?:,\d{3})+)(?:\.(?<decimals>\d+))?$/.exec(bare) ??
    /^(?<whole>[1-9]\d{0,2}(?: \d{3})+)(?:,(?<decimals>\d+))?$/.exec(bare);
  if (!match?.groups) return err({ kind: "not_an_amount" });
  const decimals = match.groups["decimals"] ?? "";
  if (decimals.length > 2) return err({ kind: "too_many_decimals" });
  const whole = (match.groups["whole"] ?? "").replace(/\D/g, "").replace(/^0+(?=\d)/, "");
  if (whole.length > 12) return err({ kind: "amount_too_large" });
  const amount = asCents(BigInt(`${whole}${decimals.padEnd(2, "0")}`));
  return amount > LARGEST_AMOUNT ? err({ kind: "amount_too_large" }) : ok(amount);
}
