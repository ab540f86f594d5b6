import { day, type LocalDate } from "../calendar.ts";
import { asCents, type Cents, divideHalfUp, largest, smallest, sum, ZERO } from "../money.ts";
import { percent, type Rate } from "../rate.ts";

type Tier = { readonly upTo: Cents | null; readonly rate: Rate };

/** A tariff for extrajudicial collection costs, in force from a day until the next one. */
export type CollectionCostTariff = {
  readonly validFrom: LocalDate;
  readonly tiers: readonly Tier[];
  readonly minimum: Cents;
  readonly maximum: Cents;
  readonly source: string;
};

/** Oldest first. */
export const COLLECTION_COST_TARIFFS: readonly [CollectionCostTariff, ...CollectionCostTariff[]] = [
  {
    validFrom: day("2012-07-01"),
    tiers: [
      { upTo: asCents(2_500_00n), rate: percent("15") },
      { upTo: asCents(5_000_00n), rate: percent("10") },
      { upTo: asCents(10_000_00n), rate: percent("5") },
      { upTo: asCents(200_000_00n), rate: percent("1") },
      { upTo: null, rate: percent("0.5") },
    ],
    minimum: asCents(40_00n),
    maximum: asCents(6_775_00n),
    source: "Besluit vergoeding voor buitengerechtelijke incassokosten art. 2, Stb. 2012, 141",
  },
];

/** The general VAT rate, oldest first. */
export const VAT_RATES: readonly [DatedRate, ...DatedRate[]] = [
  { validFrom: day("2001-01-01"), rate: percent("19") },
  { validFrom: day("2012-10-01"), rate: percent("21") },
];

type DatedRate = { readonly validFrom: LocalDate; readonly rate: Rate };

/**
 * The most the law lets a creditor ask a consumer for collection, without VAT, and what a business owes unless agreed
 * otherwise: a share of the principal alone, at least the minimum, at most the maximum, half up (BW 6:96 lid 5, BIK art. 2).
 * `on` is the day the costs fall due. Nothing over nothing.
 */
export function collectionCosts(principal: Cents, on: LocalDate): Cents {
  if (principal <= 0n) return ZERO;
  const tariff = inForce(COLLECTION_COST_TARIFFS, on);
  const denominator = tariff.tiers.reduce((product, tier) => product * tier.rate.denominator, 1n);
  let numerator = 0n;
  let from = ZERO;
  for (const { upTo, rate } of tariff.tiers) {
    const end = upTo === null ? principal : smallest(upTo, principal);
    numerator += ((end - from) * rate.numerator * denominator) / rate.denominator;
    from = end;
  }
  return smallest(tariff.maximum, largest(tariff.minimum, divideHalfUp(numerator, denominator)));
}

/**
 * Invoices that can be claimed in one notice are added up, and the tariff is applied once (BW 6:96 lid 7). Also after a
 * part payment within the term of the notice: then over what is left of each (HR 25 November 2016, ECLI:NL:HR:2016:2704).
 */
export function collectionCostsOfInvoices(openPrincipals: readonly Cents[], on: LocalDate): Cents {
  return collectionCosts(sum(openPrincipals), on);
}

export function vatRateOn(on: LocalDate): Rate {
  return inForce(VAT_RATES, on).rate;
}

/** VAT over the rounded costs, half up; only a creditor who cannot deduct it may add it (BIK art. 2 lid 3). */
export function vatOnCosts(costs: Cents, on: LocalDate): Cents {
  const rate = vatRateOn(on);
  return divideHalfUp(costs * rate.numerator, rate.denominator);
}

function inForce<T extends { readonly validFrom: LocalDate }>(dated: readonly [T, ...T[]], on: LocalDate): T {
  return dated.findLast((row) => row.validFrom <= on) ?? dated[0];
}
