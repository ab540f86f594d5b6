import { addDays, addMonths, type LocalDate } from "./calendar.ts";

/** What a debtor, or somebody for them, tells or asks that a person has to see to. */
export const QUESTION_KINDS = [
  "counsellor",
  "bankrupt",
  "deceased",
  "wrong_person",
  "details_change",
  "erasure",
] as const;

export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** applied: the details are as was asked. */
export type QuestionOutcome = "handled" | "applied" | "declined";

const DAYS_TO_ANSWER = 14;

/**
 * The last day on which it is answered. Who asks for a correction or to be forgotten hears within a month (AVG art. 12 lid 3);
 * for the others it is as long as for a dispute.
 */
export function questionAnsweredBefore(kind: QuestionKind, askedOn: LocalDate): LocalDate {
  return kind === "details_change" || kind === "erasure" ? addMonths(askedOn, 1) : addDays(askedOn, DAYS_TO_ANSWER);
}

/** Whether the wanted details can be taken over, or turned down with a reason. */
export function isChange(kind: QuestionKind): boolean {
  return kind === "details_change";
}
