import { addDays, addMonths, daysBetween, earlier, type LocalDate } from "../calendar.ts";
import { type Cents, divideHalfUp, minus, plus, sum, ZERO } from "../money.ts";
import { NO_RATE, type Rate } from "../rate.ts";
import type { RateStep } from "./interest-rate-steps.ts";

/**
 * How a day counts. yearBasis: as one part of the running interest year, so that a full year yields exactly the yearly
 * rate. act365: always as one 365th. The law fixes neither; yearBasis never overcharges and is what the portal uses.
 */
export type DayCount = "yearBasis" | "act365";

export type InterestPeriod = {
  readonly from: LocalDate;
  /** Included. */
  readonly to: LocalDate;
  readonly days: number;
  readonly rate: Rate;
  readonly base: Cents;
  readonly yearDays: number;
  readonly amount: Cents;
};

/** Interest of one period and what is left of it to pay. */
export type AccruedPeriod = { readonly period: InterestPeriod; open: Cents; capitalised: boolean };

/** Interest on one invoice while it runs: moved on by `accrue`, paid off by whoever holds it. */
export type RunningInterest = {
  readonly steps: readonly RateStep[];
  readonly dayCount: DayCount;
  /** The first day not yet accrued. */
  next: LocalDate;
  yearStart: LocalDate;
  yearEnd: LocalDate;
  /** All periods, oldest first. */
  readonly periods: InterestPeriod[];
  /** The periods that are not fully paid, oldest first. */
  unpaid: AccruedPeriod[];
};

/** Interest starts on the day after the last day for payment (BW 6:119 lid 1, 6:119a lid 1). */
export function startInterest(input: {
  readonly dueOn: LocalDate;
  readonly steps: readonly RateStep[];
  readonly dayCount?: DayCount;
}): RunningInterest {
  const first = addDays(input.dueOn, 1);
  return {
    steps: input.steps,
    dayCount: input.dayCount ?? "yearBasis",
    next: first,
    yearStart: first,
    yearEnd: endOfInterestYear(first),
    periods: [],
    unpaid: [],
  };
}

/**
 * Accrues up to and including `until`, over the open principal and the unpaid interest of completed years. Each period
 * of one rate within one interest year is rounded half up, and the interest of a completed year is capitalised as the
 * sum of its rounded periods (BW 6:119 lid 2, 6:119a lid 3). Calling it cuts the running period there.
 */
export function accrue(interest: RunningInterest, openPrincipal: Cents, until: LocalDate): void {
  while (interest.next <= until) {
    const { rate, lastDay } = rateFrom(interest.steps, interest.next);
    const to = earlier(earlier(until, interest.yearEnd), lastDay ?? until);
    const base = plus(openPrincipal, openInterest(interest, "capitalised"));
    if (rate.numerator > 0n && base > 0n) addPeriod(interest, { from: interest.next, to, rate, base });
    interest.next = addDays(to, 1);
    if (to === interest.yearEnd) startNextYear(interest);
  }
}

/** Unpaid interest: all of it, or the capitalised part alone. */
export function openInterest(interest: RunningInterest, part: "all" | "capitalised" = "all"): Cents {
  const counted = part === "all" ? interest.unpaid : interest.unpaid.filter((period) => period.capitalised);
  return sum(counted.map((period) => period.open));
}

export const totalInterest = (interest: RunningInterest): Cents => sum(interest.periods.map((period) => period.amount));

export function settlePeriod(interest: RunningInterest, period: AccruedPeriod, amount: Cents): void {
  period.open = minus(period.open, amount);
  if (period.open === ZERO) interest.unpaid = interest.unpaid.filter((other) => other !== period);
}

/** A copy that can be moved on without touching the original. */
export function copyInterest(interest: RunningInterest): RunningInterest {
  return { ...interest, periods: [...interest.periods], unpaid: interest.unpaid.map((period) => ({ ...period })) };
}

/** The printed periods of interest over a principal of which nothing is paid, up to and including `until`. */
export function interestPeriods(input: {
  readonly principal: Cents;
  readonly dueOn: LocalDate;
  readonly until: LocalDate;
  readonly steps: readonly RateStep[];
  readonly dayCount?: DayCount;
}): InterestPeriod[] {
  const interest = startInterest(input);
  accrue(interest, input.principal, input.until);
  return interest.periods;
}

/** The last day of the interest year that starts on `first`. A year from 29 February is full at the end of 28 February. */
export function endOfInterestYear(first: LocalDate): LocalDate {
  const nextYear = addMonths(first, 12);
  return first.endsWith("-02-29") ? nextYear : addDays(nextYear, -1);
}

function addPeriod(
  interest: RunningInterest,
  { from, to, rate, base }: { from: LocalDate; to: LocalDate; rate: Rate; base: Cents },
): void {
  const days = daysBetween(from, to) + 1;
  const yearDays = interest.dayCount === "act365" ? 365 : daysBetween(interest.yearStart, interest.yearEnd) + 1;
  const amount = divideHalfUp(base * rate.numerator * BigInt(days), rate.denominator * BigInt(yearDays));
  const period = { from, to, days, rate, base, yearDays, amount };
  interest.periods.push(period);
  if (amount > 0n) interest.unpaid.push({ period, open: amount, capitalised: false });
}

function startNextYear(interest: RunningInterest): void {
  for (const period of interest.unpaid) period.capitalised = true;
  interest.yearStart = interest.next;
  interest.yearEnd = endOfInterestYear(interest.next);
}

function rateFrom(steps: readonly RateStep[], on: LocalDate): { rate: Rate; lastDay: LocalDate | null } {
  const current = steps.findLast((step) => step.from <= on);
  const following = steps.find((step) => step.from > on);
  return { rate: current?.rate ?? NO_RATE, lastDay: following ? addDays(following.from, -1) : null };
}
