import { firstDueDay } from "#app/domain/arrangement/pay-days.ts";
import type { ArrangementPolicy, Frequency, PayDay } from "#app/domain/arrangement/policy.ts";
import type { LocalDate } from "#app/domain/calendar.ts";

/** A day to point at: of the month, or another rhythm. */
export type DayChoice = {
  readonly value: PayDay | "other" | "weekly" | "four_weekly";
  /** The first day to pay on; null where the day is still to be typed. */
  readonly firstOn: LocalDate | null;
};

/** The days on which wages and benefits come. */
const USUAL_DAYS: readonly PayDay[] = [1, 15, 25];
const MOST_DAYS_TO_LIST = 6;

/** The days that the policy offers: all of a few, else the usual ones and a box for any other. */
export function dayChoices(policy: ArrangementPolicy, today: LocalDate): DayChoice[] {
  const { frequencies, allowedDays } = policy;
  const few = allowedDays.length <= MOST_DAYS_TO_LIST;
  const ofMonth = (payDay: PayDay): DayChoice => choice(payDay, "monthly", payDay);
  function choice(value: DayChoice["value"], frequency: Frequency, payDay: PayDay | null): DayChoice {
    return { value, firstOn: firstDueDay({ policy, frequency, payDay, today }) };
  }
  const listed = allowedDays.filter((day) => few || day === "month_end" || USUAL_DAYS.includes(day)).map(ofMonth);
  const monthly: DayChoice[] = few ? listed : [...listed, { value: "other", firstOn: null }];
  const rhythms = (["four_weekly", "weekly"] as const).filter((frequency) => frequencies.includes(frequency));
  return [
    ...(frequencies.includes("monthly") ? monthly : []),
    ...rhythms.map((frequency) => choice(frequency, frequency, null)),
  ];
}

/** The choice that an answer was, to show it again. */
export function chosenDay(
  days: { frequency: Frequency; payDay: PayDay | null } | null,
  choices: readonly DayChoice[],
): { choice: string; other: string } {
  if (days === null) return { choice: "", other: "" };
  const value = days.frequency === "monthly" ? (days.payDay ?? 1) : days.frequency;
  if (choices.some((choice) => choice.value === value)) return { choice: String(value), other: "" };
  return { choice: "other", other: String(value) };
}
