import fc from "fast-check";
import { type ArrangementPolicy, DEFAULT_POLICY, FREQUENCIES, type PayDay } from "#app/domain/arrangement/policy.ts";
import type { Wish } from "#app/domain/arrangement/wish.ts";
import { addDays, day } from "#app/domain/calendar.ts";
import { asCents } from "#app/domain/money.ts";

/** Four years, a leap day among them. */
export const dates = fc.nat(1461).map((days) => addDays(day("2026-11-22"), days));

export const totals = fc.oneof(
  fc.bigInt({ min: 1n, max: 5000n }).map(asCents),
  fc.bigInt({ min: 1n, max: 600_000n }).map(asCents),
);

export const frequencies = fc.constantFrom(...FREQUENCIES);

export const payDays: fc.Arbitrary<PayDay> = fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constant("month_end"));

const percentages = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 99 }));

export const policies: fc.Arbitrary<ArrangementPolicy> = fc
  .record({
    most: fc.integer({ min: 1, max: 14 }),
    mostMore: fc.integer({ min: 0, max: 24 }),
    minInstalment: fc.bigInt({ min: 0n, max: 6000n }).map(asCents),
    maxDurationDays: fc.integer({ min: 1, max: 400 }),
    months: fc.integer({ min: 1, max: 24 }),
    monthsMore: fc.integer({ min: 0, max: 24 }),
    frequencies: fc.uniqueArray(frequencies, { minLength: 1 }),
    allowedDays: fc.uniqueArray(payDays, { minLength: 1, maxLength: 6 }),
    firstPaymentWithinDays: fc.integer({ min: 1, max: 40 }),
    downPaymentPercent: percentages,
    settlementDiscountPercent: percentages,
    budgetAbove: fc.bigInt({ min: 0n, max: 300_000n }).map(asCents),
    aboveMonths: fc.nat(24),
    offersCounter: fc.boolean(),
  })
  .map(({ most, mostMore, minInstalment, maxDurationDays, months, monthsMore, budgetAbove, aboveMonths, ...rest }) => {
    const { offersCounter, ...knobs } = rest;
    return {
      ...DEFAULT_POLICY,
      ...knobs,
      minClaim: asCents(0n),
      autoAccept: { maxInstalments: most, minInstalment, maxDurationDays },
      review: { maxInstalments: most + mostMore, maxDurationMonths: months },
      hardMax: { months: months + monthsMore },
      requireBudgetForm: { above: budgetAbove, aboveMonths },
      counterOffer: { enabled: offersCounter, validDays: 14 },
    };
  });

export const wishes: fc.Arbitrary<Wish> = fc
  .record({
    downPayment: fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 200_000n })).map(asCents),
    perInstalment: fc.bigInt({ min: 0n, max: 60_000n }).map(asCents),
    frequency: frequencies,
    monthlyOn: payDays,
    firstOn: fc.option(dates, { freq: 2 }),
    budgetUsed: fc.boolean(),
    settlement: fc.integer({ min: 0, max: 9 }).map((pick) => pick === 0),
  })
  .map(({ monthlyOn, ...wish }) => ({ ...wish, payDay: wish.frequency === "monthly" ? monthlyOn : null }));
