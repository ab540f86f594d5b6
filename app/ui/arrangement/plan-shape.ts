import type { Schedule } from "#app/domain/arrangement/schedule.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { type Cents, largest, ZERO } from "#app/domain/money.ts";

/** A schedule in a few numbers: "€ 40,00 now, then 6 × € 20,39". */
export type PlanShape = {
  /** Due today; zero for none. */
  readonly deposit: Cents;
  /** Of the instalments after the deposit. */
  readonly times: number;
  /** The highest of them. */
  readonly each: Cents;
  /** How many are lower, by a cent. */
  readonly lower: number;
  readonly endsOn: LocalDate;
};

export function planShape(schedule: Schedule, today: LocalDate): PlanShape {
  const later = schedule.filter(({ dueOn }) => dueOn > today);
  const each = later.map(({ amount }) => amount).reduce(largest, ZERO);
  return {
    deposit: schedule.find(({ dueOn }) => dueOn === today)?.amount ?? ZERO,
    times: later.length,
    each,
    lower: later.filter(({ amount }) => amount < each).length,
    endsOn: schedule.at(-1)?.dueOn ?? today,
  };
}
