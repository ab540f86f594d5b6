import { addMonths, day, type LocalDate } from "../calendar.ts";
import { asCents, type Cents, largest, minus, smallest, sum, ZERO } from "../money.ts";

/** The cap on costs over small instalments of one agreement (Besluit kwaliteit incassodienstverlening, Stb. 2024, 44). */
export type InstalmentCap = {
  readonly validFrom: LocalDate;
  /** The cap is for instalments of at most this amount. */
  readonly instalmentUpTo: Cents;
  readonly first: Cents;
  readonly further: Cents;
  readonly maximum: Cents;
  readonly windowMonths: number;
};

export const INSTALMENT_CAP: InstalmentCap = {
  validFrom: day("2024-10-01"),
  instalmentUpTo: asCents(266_67n),
  first: asCents(40_00n),
  further: asCents(20_00n),
  maximum: asCents(140_00n),
  windowMonths: 6,
};

/** The most that may be charged in all for so many missed instalments within six months: 40, and 20 for each further one, up to 140. */
export function instalmentCostsCap(missed: number): Cents {
  if (missed <= 0) return ZERO;
  const { first, further, maximum } = INSTALMENT_CAP;
  return smallest(maximum, asCents(first + further * BigInt(missed - 1)));
}

export type MissedInstalment = { readonly amount: Cents; readonly missedOn: LocalDate; readonly costsCharged: Cents };

/**
 * What may still be charged for the instalments of one agreement missed in the six months up to and including `on`;
 * null where the cap does not bind: before it came into force, or when an instalment is above the limit.
 */
export function instalmentCostsLeft(missed: readonly MissedInstalment[], on: LocalDate): Cents | null {
  if (on < INSTALMENT_CAP.validFrom) return null;
  const after = addMonths(on, -INSTALMENT_CAP.windowMonths);
  const counted = missed.filter((instalment) => instalment.missedOn > after && instalment.missedOn <= on);
  if (counted.some((instalment) => instalment.amount > INSTALMENT_CAP.instalmentUpTo)) return null;
  const charged = sum(counted.map((instalment) => instalment.costsCharged));
  return largest(ZERO, minus(instalmentCostsCap(counted.length), charged));
}
