import {
  checkSchedule,
  MOST_INSTALMENTS,
  type Schedule,
  type ScheduleProblem,
} from "#app/domain/arrangement/schedule.ts";
import { addMonths, type LocalDate } from "#app/domain/calendar.ts";
import { asCents, type Cents, toDecimal, ZERO } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { readAmount, readDay } from "./read-typed.server.ts";

/** One instalment of a schedule that is typed, word for word. */
export type TypedRow = { readonly dueOn: string; readonly amount: string };

export type RowError =
  | { readonly field: `dueOn-${number}`; readonly kind: "row_day_wrong" | "row_day_past" | "row_day_order" }
  | { readonly field: `amount-${number}`; readonly kind: "row_amount_wrong" }
  /** What is missing, or, below zero, too much. */
  | { readonly field: `amount-${number}`; readonly kind: "sum_differs"; readonly difference: Cents };

/** The rows of a form, whose fields are numbered from 1. */
export function readRows(form: URLSearchParams): TypedRow[] {
  const rows: TypedRow[] = [];
  for (let row = 1; row <= MOST_INSTALMENTS && form.has(`dueOn-${row}`); row += 1) {
    const typed = (field: string) => (form.get(`${field}-${row}`) ?? "").slice(0, 40);
    rows.push({ dueOn: typed("dueOn"), amount: typed("amount") });
  }
  return rows;
}

/** A schedule as rows to change. */
export function rowsOf(schedule: Schedule): TypedRow[] {
  return schedule.map(({ dueOn, amount }) => ({ dueOn, amount: toDecimal(amount).replace(".", ",") }));
}

/** `add`: one more, a month after the last. `remove-3`: without the third. Anything else: as they are. */
export function changeRows(rows: readonly TypedRow[], act: string): readonly TypedRow[] {
  const [, removed] = /^remove-(\d{1,3})$/.exec(act) ?? [];
  if (removed !== undefined) return rows.filter((_row, index) => index + 1 !== Number(removed));
  if (act !== "add" || rows.length >= MOST_INSTALMENTS) return rows;
  const last = readDay(rows.at(-1)?.dueOn ?? "");
  return [...rows, { dueOn: last.ok ? addMonths(last.value, 1) : "", amount: "" }];
}

/** The schedule that the rows make, or everything that is wrong with them. */
export function scheduleOfRows(
  rows: readonly TypedRow[],
  { total, today }: { readonly total: Cents; readonly today: LocalDate },
): Result<Schedule, readonly RowError[]> {
  const errors: RowError[] = [];
  const schedule = rows.flatMap(({ dueOn: typedDay, amount: typedAmount }, index) => {
    const seq = index + 1;
    const dueOn = readDay(typedDay);
    const amount = readAmount(typedAmount);
    if (!dueOn.ok) errors.push({ field: `dueOn-${seq}`, kind: "row_day_wrong" });
    if (!amount.ok) errors.push({ field: `amount-${seq}`, kind: "row_amount_wrong" });
    return dueOn.ok && amount.ok ? [{ seq, dueOn: dueOn.value, amount: amount.value }] : [];
  });
  if (errors.length > 0) return err(errors);
  const problems = checkSchedule(schedule, { total, today });
  return problems.length === 0 ? ok(schedule) : err(problems.map((problem) => errorOf(problem, rows.length)));
}

function errorOf(problem: ScheduleProblem, last: number): RowError {
  switch (problem.kind) {
    case "before_today":
      return { field: `dueOn-${problem.seq}`, kind: "row_day_past" };
    case "day_twice":
    case "not_ascending":
      return { field: `dueOn-${problem.seq}`, kind: "row_day_order" };
    case "amount_not_positive":
      return { field: `amount-${problem.seq}`, kind: "row_amount_wrong" };
    case "sum_differs":
      return { field: `amount-${last}`, kind: "sum_differs", difference: asCents(problem.total - problem.sum) };
    case "empty":
    case "too_many":
      return { field: `amount-${Math.max(last, 1)}`, kind: "sum_differs", difference: ZERO };
  }
}
