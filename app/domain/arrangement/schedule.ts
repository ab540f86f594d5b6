import { addDays, later, type LocalDate } from "../calendar.ts";
import { allocate, asCents, type Cents, minus, sum, ZERO } from "../money.ts";
import { dueDays } from "./pay-days.ts";
import type { Frequency, PayDay } from "./policy.ts";

/** Numbered from 1. */
export type Instalment = { readonly seq: number; readonly dueOn: LocalDate; readonly amount: Cents };

/** Ascending by due day, no day twice, every amount above zero. */
export type Schedule = readonly Instalment[];

export type Deposit = { readonly amount: Cents; readonly on: LocalDate };

/** No schedule is drawn up with more instalments than this. */
export const MOST_INSTALMENTS = 600;

/** `total` in `count` parts that differ by a cent at most: the first `total mod count` have the cent more. */
export function equalAmounts(total: Cents, count: number): Cents[] {
  return allocate(
    total,
    Array.from({ length: count }, () => 1n),
  );
}

export type ScheduleInput = {
  readonly total: Cents;
  /** The first instalment when given; what is left is spread. */
  readonly downPayment: Deposit | null;
  readonly frequency: Frequency;
  readonly payDay: PayDay | null;
  /** Of the first instalment after the deposit; later than the deposit. */
  readonly firstOn: LocalDate;
};

/** The total to the cent: the deposit, then `count` equal instalments. Only the deposit when nothing is left to spread. */
export function buildSchedule(input: ScheduleInput & { readonly count: number }): Schedule {
  const { total, downPayment, count } = input;
  const deposit = downPayment !== null && downPayment.amount > 0n ? [downPayment] : [];
  const rest = minus(total, deposit[0]?.amount ?? ZERO);
  if (rest < 0n) throw new RangeError("a deposit is never more than the total");
  if (rest > 0n && (count < 1 || BigInt(count) > rest)) throw new RangeError("every instalment is at least a cent");
  const days = rest === ZERO ? [] : dueDays({ ...input, count });
  const amounts = rest === ZERO ? [] : equalAmounts(rest, count);
  const spread = days.map((on, index) => ({ on, amount: amounts[index] ?? ZERO }));
  return [...deposit, ...spread].map(({ on, amount }, index) => ({ seq: index + 1, dueOn: on, amount }));
}

/** As few equal instalments as fit what can be spared each time, so that none is more than that. Null: over `MOST_INSTALMENTS`. */
export function bySpare(input: ScheduleInput & { readonly perInstalment: Cents }): Schedule | null {
  const count = countBySpare(minus(input.total, input.downPayment?.amount ?? ZERO), input.perInstalment);
  return count === null ? null : buildSchedule({ ...input, count });
}

function countBySpare(rest: Cents, perInstalment: Cents): number | null {
  if (rest <= 0n) return 0;
  if (perInstalment <= 0n) return null;
  const count = (rest + perInstalment - 1n) / perInstalment;
  return count > BigInt(MOST_INSTALMENTS) ? null : Number(count);
}

export type ScheduleProblem =
  | { readonly kind: "empty" }
  | { readonly kind: "too_many"; readonly max: number }
  | { readonly kind: "sum_differs"; readonly sum: Cents; readonly total: Cents }
  | { readonly kind: "day_twice" | "not_ascending" | "before_today" | "amount_not_positive"; readonly seq: number };

/** What is wrong with a schedule that a person drew up; empty when nothing is. Due today is allowed. */
export function checkSchedule(
  schedule: Schedule,
  { total, today }: { readonly total: Cents; readonly today: LocalDate },
): ScheduleProblem[] {
  if (schedule.length === 0) return [{ kind: "empty" }];
  if (schedule.length > MOST_INSTALMENTS) return [{ kind: "too_many", max: MOST_INSTALMENTS }];
  const problems = schedule.flatMap(({ seq, dueOn, amount }, index): ScheduleProblem[] => {
    const found: ScheduleProblem[] = [];
    const before = schedule[index - 1];
    if (amount <= 0n) found.push({ kind: "amount_not_positive", seq });
    if (dueOn < today) found.push({ kind: "before_today", seq });
    if (before !== undefined && dueOn === before.dueOn) found.push({ kind: "day_twice", seq });
    if (before !== undefined && dueOn < before.dueOn) found.push({ kind: "not_ascending", seq });
    return found;
  });
  const whole = sum(schedule.map((instalment) => instalment.amount));
  return whole === total ? problems : [...problems, { kind: "sum_differs", sum: whole, total }];
}

/**
 * A schedule that begins no earlier than today: days that passed while somebody decided become today, or the first day after
 * the instalment before. Amounts stay.
 */
export function notBefore(schedule: Schedule, today: LocalDate): Schedule {
  let earliest = today;
  return schedule.map((instalment) => {
    const dueOn = later(instalment.dueOn, earliest);
    earliest = addDays(dueOn, 1);
    return { ...instalment, dueOn };
  });
}

/** The last due day; null of an empty schedule. */
export function lastDueDay(schedule: Schedule): LocalDate | null {
  return schedule.at(-1)?.dueOn ?? null;
}

/** The part of `total` that `percent` whole percents are, rounded down to the cent. */
export function shareOf(total: Cents, percent: number): Cents {
  return asCents((total * BigInt(percent)) / 100n);
}
