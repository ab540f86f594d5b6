import type { Schedule } from "#app/domain/arrangement/schedule.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { centsOf } from "#app/server/validation/cents-of.server.ts";
import type { Money } from "./money-json.server.ts";

/** A schedule of a request that passed its schema, numbered in the order in which it came. */
export function readSchedule(instalments: readonly { readonly dueOn: string; readonly amount: Money }[]): Schedule {
  return instalments.map(({ dueOn, amount }, index) => ({
    seq: index + 1,
    dueOn: dueOn as LocalDate,
    amount: centsOf(amount),
  }));
}
