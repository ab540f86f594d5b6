import { LAST_LETTER_DAYS, REMIND_DAYS_BEFORE, SECOND_MESSAGE_AFTER_DAYS } from "#app/domain/arrangement/missed.ts";
import type { FollowedPlan } from "#app/domain/arrangement/follow-plan.ts";
import type { ArrangementPolicy } from "#app/domain/arrangement/policy.ts";
import { addDays, earlier, type LocalDate } from "#app/domain/calendar.ts";
import { nextContactMoment } from "#app/domain/contact-hours.ts";
import { instantInAmsterdam } from "#app/server/platform/clock/amsterdam-instant.server.ts";

/**
 * When the worker looks at a running plan again: at the opening of the contact hours of the next day on which something
 * may have to be done about an instalment that is open. Null when nothing is.
 */
export function nextCheck(input: {
  readonly plan: FollowedPlan;
  readonly policy: Pick<ArrangementPolicy, "graceDays">;
  readonly lastLetterOn: LocalDate | null;
  readonly today: LocalDate;
}): Date | null {
  const { plan, policy, lastLetterOn, today } = input;
  const days = plan.instalments
    .filter(({ open }) => open > 0n)
    .flatMap(({ dueOn, movedFrom }) => (movedFrom === null ? [dueOn] : [dueOn, movedFrom]))
    .flatMap((dueOn) => [
      addDays(dueOn, -REMIND_DAYS_BEFORE),
      dueOn,
      addDays(dueOn, 1),
      addDays(dueOn, policy.graceDays + 1),
      addDays(dueOn, policy.graceDays + 2),
      addDays(dueOn, SECOND_MESSAGE_AFTER_DAYS),
      addDays(dueOn, LAST_OVERDUE_CHECK_DAYS),
    ]);
  if (lastLetterOn !== null) days.push(addDays(lastLetterOn, LAST_LETTER_DAYS + 1));
  if (plan.behind > 0n) days.push(addDays(today, WEEK));
  const later = days.filter((day) => day > today);
  return later.length === 0 ? null : openingOf(later.reduce(earlier));
}

/** The first moment on a day, or after it, on which a debtor may be approached. */
export function openingOf(date: LocalDate): Date {
  return instantInAmsterdam(nextContactMoment({ date, minute: 0 }));
}

/** After so many days an instalment at the end of a plan counts as missed too often. */
const LAST_OVERDUE_CHECK_DAYS = 29;
/** Somebody who is behind is looked at once a week at least. */
const WEEK = 7;
