import { addDays, addMonths, later, type LocalDate } from "../calendar.ts";
import { err, ok, type Result } from "../result.ts";
import type { FollowedInstalment, FollowedPlan } from "./follow-plan.ts";
import { nextDueDay } from "./pay-days.ts";
import type { Frequency, PayDay } from "./policy.ts";

export const POSTPONED_BY_DAYS = 14;
export const MONTHS_BETWEEN_SKIPS = 6;
export const REPAIR_DAYS = 7;

/** What changes of an instalment; the rest stays. */
export type InstalmentChange = {
  readonly seq: number;
  readonly dueOn: LocalDate;
  readonly movedFrom: LocalDate | null;
  readonly postponed: boolean;
  readonly skipped: boolean;
};

export type ChangeRefused =
  | { readonly kind: "unknown_instalment" | "already_paid" | "already_late" | "already_postponed" | "already_moved" }
  | { readonly kind: "skipped_lately"; readonly until: LocalDate };

export type Rhythm = { readonly frequency: Frequency; readonly payDay: PayDay | null };

/** Fourteen days later, once for each instalment, until its due day has passed. */
export function postpone(
  plan: FollowedPlan,
  seq: number,
  { today }: { readonly today: LocalDate },
): Result<InstalmentChange, ChangeRefused> {
  const found = openInstalment(plan, seq);
  if (!found.ok) return found;
  if (found.value.dueOn < today) return err({ kind: "already_late" });
  if (found.value.postponed) return err({ kind: "already_postponed" });
  return ok({ ...changeOf(found.value), dueOn: addDays(found.value.dueOn, POSTPONED_BY_DAYS), postponed: true });
}

/** To the end of the plan, once in six months, until its due day has passed. */
export function skip(
  plan: FollowedPlan,
  seq: number,
  input: { readonly today: LocalDate; readonly lastSkipOn: LocalDate | null; readonly rhythm: Rhythm },
): Result<InstalmentChange, ChangeRefused> {
  const { today, lastSkipOn, rhythm } = input;
  const found = openInstalment(plan, seq);
  if (!found.ok) return found;
  if (found.value.dueOn < today) return err({ kind: "already_late" });
  const until = lastSkipOn === null ? today : addMonths(lastSkipOn, MONTHS_BETWEEN_SKIPS);
  if (today < until) return err({ kind: "skipped_lately", until });
  return ok({ ...changeOf(found.value), dueOn: dayAfterTheLast(plan, { today, rhythm }), skipped: true });
}

/** A missed instalment, once, to the end of the plan. */
export function moveToEnd(
  plan: FollowedPlan,
  seq: number,
  input: { readonly today: LocalDate; readonly rhythm: Rhythm },
): Result<InstalmentChange, ChangeRefused> {
  const found = openInstalment(plan, seq);
  if (!found.ok) return found;
  if (found.value.movedFrom !== null) return err({ kind: "already_moved" });
  return ok({ ...changeOf(found.value), dueOn: dayAfterTheLast(plan, input), movedFrom: found.value.dueOn });
}

/** A week to pay again what failed or went back (a refused or reversed debit), when its due day is near or has passed. */
export function repairTime(
  plan: FollowedPlan,
  seq: number,
  { today }: { readonly today: LocalDate },
): Result<InstalmentChange, ChangeRefused> {
  const found = openInstalment(plan, seq);
  if (!found.ok) return found;
  return ok({ ...changeOf(found.value), dueOn: later(found.value.dueOn, addDays(today, REPAIR_DAYS)) });
}

/** One period after the last due day, or after today when that is later. */
function dayAfterTheLast(plan: FollowedPlan, { today, rhythm }: { today: LocalDate; rhythm: Rhythm }): LocalDate {
  return nextDueDay(plan.instalments.map(({ dueOn }) => dueOn).reduce(later, today), rhythm);
}

function openInstalment(plan: FollowedPlan, seq: number): Result<FollowedInstalment, ChangeRefused> {
  const instalment = plan.instalments.find((other) => other.seq === seq);
  if (instalment === undefined) return err({ kind: "unknown_instalment" });
  return instalment.open > 0n ? ok(instalment) : err({ kind: "already_paid" });
}

function changeOf({ seq, dueOn, movedFrom, postponed, skipped }: FollowedInstalment): InstalmentChange {
  return { seq, dueOn, movedFrom, postponed, skipped };
}
