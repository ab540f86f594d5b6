import { err, ok, type Result } from "./result.ts";

declare const cents: unique symbol;

/** An amount in whole euro cents. Never a float: 0.1 + 0.2 is not money. */
export type Cents = bigint & { readonly [cents]: true };

export const asCents = (amount: bigint): Cents => amount as Cents;

export const ZERO = asCents(0n);

/** The largest amount the portal accepts: what fits on a SEPA credit transfer, € 999.999.999,99. */
export const LARGEST_AMOUNT = asCents(99_999_999_999n);

export function sum(amounts: Iterable<Cents>): Cents {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return asCents(total);
}

export const plus = (left: Cents, right: Cents): Cents => asCents(left + right);

export const minus = (left: Cents, right: Cents): Cents => asCents(left - right);

export const smallest = (left: Cents, right: Cents): Cents => (left < right ? left : right);

export const largest = (left: Cents, right: Cents): Cents => (left > right ? left : right);

/** `numerator / denominator` in whole cents, halves away from zero ("half up" for amounts owed). */
export function divideHalfUp(numerator: bigint, denominator: bigint): Cents {
  if (denominator <= 0n) throw new RangeError("divideHalfUp needs a positive denominator");
  const half = numerator < 0n ? -denominator : denominator;
  return asCents((numerator * 2n + half) / (denominator * 2n));
}

/** Splits `total` over `weights` without losing a cent: the remainder goes, one cent each, to the first parts. */
export function allocate(total: Cents, weights: readonly bigint[]): Cents[] {
  const whole = weights.reduce((all, weight) => all + weight, 0n);
  if (total < 0n || whole <= 0n) throw new RangeError("allocate needs a non-negative total and a positive weight");
  const parts = weights.map((weight) => (total * weight) / whole);
  let rest = total - parts.reduce((all, part) => all + part, 0n);
  return parts.map((part, index) => {
    if (rest <= 0n || (weights[index] ?? 0n) <= 0n) return asCents(part);
    rest -= 1n;
    return asCents(part + 1n);
  });
}

/**
 * Splits `total` over `weights` in proportion, to the nearest cent, without losing one: the cents left by rounding down
 * go to the largest fractions, on a tie to the first. A part never exceeds its weight while the total does not exceed theirs.
 */
export function allocateProRata(total: Cents, weights: readonly bigint[]): Cents[] {
  const whole = weights.reduce((all, weight) => all + weight, 0n);
  if (total < 0n || whole <= 0n || weights.some((weight) => weight < 0n)) {
    throw new RangeError("allocateProRata needs a non-negative total and weights that are not all zero");
  }
  const shares = weights.map((weight, index) => ({
    index,
    part: (total * weight) / whole,
    fraction: (total * weight) % whole,
  }));
  let rest = total - shares.reduce((all, share) => all + share.part, 0n);
  const byFraction = [...shares].sort(
    (left, right) =>
      Number(right.fraction > left.fraction) - Number(right.fraction < left.fraction) || left.index - right.index,
  );
  for (const share of byFraction) {
    if (rest === 0n) break;
    share.part += 1n;
    rest -= 1n;
  }
  return shares.map((share) => asCents(share.part));
}

/** The API form: `"120.00"`, exactly two decimals, a minus sign only below zero. */
export function toDecimal(amount: Cents): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, "0");
  return `${amount < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Reads the API form. Refuses anything but digits, a dot and exactly two decimals (`"1e3"`, `"1,00"`, `"+1.00"`, `" 1.00"`). */
export function parseDecimal(text: string): Result<Cents, { kind: "not_a_decimal" }> {
  const match = /^(-?)(0|[1-9]\d{0,14})\.(\d{2})$/.exec(text);
  if (!match) return err({ kind: "not_a_decimal" });
  const amount = BigInt(`${match[2]}${match[3]}`);
  return ok(asCents(match[1] === "-" ? -amount : amount));
}
