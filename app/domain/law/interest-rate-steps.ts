import { addDays, day, type LocalDate } from "../calendar.ts";
import type { ClaimKind, InterestTerms, Period } from "../claim-terms.ts";
import { NO_RATE, type Rate, sameRate } from "../rate.ts";
import { type InterestRate, rateOn } from "./interest-rates.ts";

/** The rate from a day until the next step. */
export type RateStep = { readonly from: LocalDate; readonly rate: Rate };

/**
 * The rates that run for a claim, oldest first and only where they change: statutory by kind (BW 6:119, 6:119a),
 * contractual (BW 6:119 lid 3) or none, and nothing on frozen days. Before the first known rate nothing runs.
 */
export function rateSteps(input: {
  readonly kind: ClaimKind;
  readonly interest: InterestTerms;
  readonly frozen: readonly Period[];
  readonly rates: readonly InterestRate[];
}): RateStep[] {
  const steps = baseSteps(input.kind, input.interest, input.rates);
  const edges = input.frozen.flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)]));
  const days = [...new Set([...steps.map((step) => step.from), ...edges])].sort();
  return changesOnly(
    days.map((from) => ({ from, rate: isFrozen(input.frozen, from) ? NO_RATE : stepOn(steps, from) })),
  );
}

function baseSteps(kind: ClaimKind, interest: InterestTerms, rates: readonly InterestRate[]): RateStep[] {
  switch (interest.type) {
    case "none":
      return [];
    case "contractual":
      return [{ from: day("1900-01-01"), rate: interest.rate }];
    case "statutory": {
      const days = rates.filter((row) => row.kind === kind).map((row) => row.validFrom);
      return changesOnly(
        [...new Set(days)].sort().map((from) => ({ from, rate: rateOn(rates, kind, from)?.rate ?? NO_RATE })),
      );
    }
  }
}

function changesOnly(steps: readonly RateStep[]): RateStep[] {
  return steps.filter((step, index) => {
    const before = steps[index - 1];
    return before === undefined || !sameRate(before.rate, step.rate);
  });
}

function isFrozen(frozen: readonly Period[], on: LocalDate): boolean {
  return frozen.some(({ from, to }) => from <= on && (to === null || on <= to));
}

function stepOn(steps: readonly RateStep[], on: LocalDate): Rate {
  return steps.findLast((step) => step.from <= on)?.rate ?? NO_RATE;
}
