import { addDays, addMonths, daysInMonth, type LocalDate, parts } from "../calendar.ts";
import type { ArrangementPolicy, Frequency, PayDay } from "./policy.ts";

const DAYS_APART = { weekly: 7, four_weekly: 28 } as const;

export type DueDaysInput = {
  readonly frequency: Frequency;
  /** Of a monthly plan; null: the day of the month of the first. */
  readonly payDay: PayDay | null;
  readonly firstOn: LocalDate;
  readonly count: number;
};

/** The due days, ascending. Monthly: the first as given, then the pay day of each next month, clamped to its last day. */
export function dueDays({ frequency, payDay, firstOn, count }: DueDaysInput): LocalDate[] {
  return Array.from({ length: count }, (_, index) => {
    if (frequency !== "monthly") return addDays(firstOn, index * DAYS_APART[frequency]);
    if (index === 0) return firstOn;
    const inMonth = addMonths(firstOn, index);
    return payDay === null ? inMonth : payDayInMonthOf(inMonth, payDay);
  });
}

/** The due day one period after `on`. */
export function nextDueDay(
  on: LocalDate,
  { frequency, payDay }: { readonly frequency: Frequency; readonly payDay: PayDay | null },
): LocalDate {
  return dueDays({ frequency, payDay, firstOn: on, count: 2 })[1] ?? on;
}

/**
 * The first day to pay on, after today. Monthly: the first pay day, also when that is later than the policy's term, for
 * nobody can pay before the salary came. Else within a week (weekly) or two (four-weekly), and within the term.
 */
export function firstDueDay(input: {
  readonly policy: ArrangementPolicy;
  readonly frequency: Frequency;
  readonly payDay: PayDay | null;
  readonly today: LocalDate;
}): LocalDate {
  const { policy, frequency, payDay, today } = input;
  const within = Math.max(1, policy.firstPaymentWithinDays);
  if (frequency === "weekly") return addDays(today, Math.min(7, within));
  if (frequency === "four_weekly" || payDay === null) return addDays(today, Math.min(14, within));
  const thisMonth = payDayInMonthOf(today, payDay);
  return thisMonth > today ? thisMonth : payDayInMonthOf(addMonths(firstOfMonth(today), 1), payDay);
}

function payDayInMonthOf(date: LocalDate, payDay: PayDay): LocalDate {
  const [year, month] = parts(date);
  const last = daysInMonth(year, month);
  return addDays(firstOfMonth(date), (payDay === "month_end" ? last : Math.min(payDay, last)) - 1);
}

function firstOfMonth(date: LocalDate): LocalDate {
  return addDays(date, 1 - parts(date)[2]);
}

/** The last day of the month that many months after that of `date`. */
export function endOfMonthAfter(date: LocalDate, months: number): LocalDate {
  return payDayInMonthOf(addMonths(firstOfMonth(date), months), "month_end");
}
