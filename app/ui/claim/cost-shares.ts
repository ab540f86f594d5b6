import type { LocalDate } from "#app/domain/calendar.ts";
import { COLLECTION_COST_TARIFFS } from "#app/domain/law/collection-costs.ts";
import { type Cents, divideHalfUp, minus, smallest, sum, ZERO } from "#app/domain/money.ts";
import type { Rate } from "#app/domain/rate.ts";

export type CostShare = { readonly over: Cents; readonly rate: Rate; readonly share: Cents };

/** The tariff as steps to do again by hand, and the bound of the law that decides in the end, if one does. */
export type CostSum = {
  readonly shares: readonly CostShare[];
  readonly minimum: Cents | null;
  readonly maximum: Cents | null;
};

/** How the law comes to collection costs over `base` that fall due on a day (BIK art. 2). */
export function costSum(base: Cents, on: LocalDate): CostSum {
  const tariff = COLLECTION_COST_TARIFFS.findLast((row) => row.validFrom <= on) ?? COLLECTION_COST_TARIFFS[0];
  const shares: CostShare[] = [];
  let from: Cents = ZERO;
  for (const { upTo, rate } of tariff.tiers) {
    const end = upTo === null ? base : smallest(upTo, base);
    const over = minus(end, from);
    if (over <= ZERO) break;
    shares.push({ over, rate, share: divideHalfUp(over * rate.numerator, rate.denominator) });
    from = end;
  }
  const total = sum(shares.map(({ share }) => share));
  return {
    shares,
    minimum: total < tariff.minimum ? tariff.minimum : null,
    maximum: total > tariff.maximum ? tariff.maximum : null,
  };
}
