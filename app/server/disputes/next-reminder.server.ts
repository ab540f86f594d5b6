import { addDays, type LocalDate } from "#app/domain/calendar.ts";
import { openingOf } from "#app/server/arrangements/next-check.server.ts";

/** How many days before its answer is due the creditor is reminded. */
const REMIND_DAYS_BEFORE = 3;

/** When the worker looks at a dispute next: before the answer is due, once that day is past, and then not any more. */
export function nextReminder({
  answerBefore,
  creditorTold,
}: {
  readonly answerBefore: LocalDate;
  /** Of this term: 0 not yet, 1 that the day is near, 2 that it is past. */
  readonly creditorTold: number;
}): Date | null {
  if (creditorTold === 0) return openingOf(addDays(answerBefore, -REMIND_DAYS_BEFORE));
  return creditorTold === 1 ? openingOf(addDays(answerBefore, 1)) : null;
}
