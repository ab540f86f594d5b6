import { asCents, type Cents, LARGEST_AMOUNT } from "./money.ts";
import { err, ok, type Result } from "./result.ts";

export type AmountTextError = {
  readonly kind: "not_an_amount" | "ambiguous_amount" | "too_many_decimals" | "amount_too_large";
};

/** `€ 1.234,56` (Dutch) or `€1,234.56` (English). The space is a no-break space, so that an amount stays on one line. */
export function formatEuro(amount: Cents, language: "nl" | "en" = "nl"): string {
  const minus = amount < 0n ? "-" : "";
  const number = formatNumber(asCents(amount < 0n ? -amount : amount), language);
  return language === "nl" ? `€\u00a0${minus}${number}` : `${minus}€${number}`;
}

function formatNumber(amount: Cents, language: "nl" | "en"): string {
  const digits = amount.toString().padStart(3, "0");
  const [group, decimal] = language === "nl" ? [".", ","] : [",", "."];
  return `${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group)}${decimal}${digits.slice(-2)}`;
}

/**
 * Reads what people type for an amount in euro: `12`, `12,5`, `12,50`, `12.50`, `1.234,56`, `€ 12,50`, `12,-`.
 * Refuses what can be read in two ways, such as `1.234` (over a thousand, or a little over one?), and amounts below zero.
 */
export function parseEuro(text: string): Result<Cents, AmountTextError> {
  const bare = text
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
