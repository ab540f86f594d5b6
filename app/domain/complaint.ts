import { addDays, type LocalDate } from "./calendar.ts";

/** What a complaint about behaviour is about. What is wrong with the claim itself is a dispute. */
export const COMPLAINT_SUBJECTS = ["treatment", "contact", "information", "privacy", "other"] as const;

export type ComplaintSubject = (typeof COMPLAINT_SUBJECTS)[number];

/** Four weeks. The law asks for a term and leaves its length to the complaint scheme (Bki); receipt is confirmed at once. */
const ANSWER_DAYS = 28;

/** The last day on which a complaint is answered. */
export function complaintAnswerBefore(madeOn: LocalDate): LocalDate {
  return addDays(madeOn, ANSWER_DAYS);
}
