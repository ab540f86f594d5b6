import { err, ok, type Result } from "./result.ts";

/** A share of a whole as an exact fraction: 4 % is 4/100. Never negative. */
export type Rate = { readonly numerator: bigint; readonly denominator: bigint };

export const NO_RATE: Rate = { numerator: 0n, denominator: 100n };

/** Reads a percentage with at most four decimals (`"4"`, `"10.4"`, `"10.15"`), up to 1000 %. */
export function parsePercent(text: string): Result<Rate, { kind: "not_a_percentage" }> {
  const match = /^(0|[1-9]\d{0,3})(?:\.(\d{1,4}))?$/.exec(text);
  if (!match) return err({ kind: "not_a_percentage" });
  const decimals = match[2] ?? "";
  const numerator = BigInt(`${match[1]}${decimals}`);
  const denominator = 100n * 10n ** BigInt(decimals.length);
  return numerator > 10n * denominator ? err({ kind: "not_a_percentage" }) : ok({ numerator, denominator });
}

/** A percentage known to be well formed, for constants and tests. Throws on any other text. */
export function percent(text: string): Rate {
  const parsed = parsePercent(text);
  if (!parsed.ok) throw new RangeError(`not a percentage: ${text}`);
  return parsed.value;
}

/** `"4.00"`, `"10.40"`, `"7.125"`: at least two decimals, at most four, beyond which it is cut off. */
export function toPercent(rate: Rate): string {
  const tenThousandths = (rate.numerator * 1_000_000n) / rate.denominator;
  const digits = tenThousandths.toString().padStart(5, "0");
  return `${digits.slice(0, -4)}.${digits.slice(-4).replace(/0{1,2}$/, "")}`;
}

export const sameRate = (left: Rate, right: Rate): boolean =>
  left.numerator * right.denominator === right.numerator * left.denominator;
