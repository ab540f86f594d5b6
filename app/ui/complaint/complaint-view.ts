import type { LocalDate } from "#app/domain/calendar.ts";
import { COMPLAINT_SUBJECTS, type ComplaintSubject } from "#app/domain/complaint.ts";
import type { Translator } from "#app/i18n/translator.ts";

/** A complaint as who made it sees it. */
export type ComplaintView = {
  readonly id: string;
  readonly about: string;
  readonly text: string;
  readonly madeOn: LocalDate;
  readonly answerBefore: LocalDate;
  readonly answer: { readonly text: string; readonly on: LocalDate } | null;
  /** Somebody outside can look at it now. */
  readonly outsideIsOpen: boolean;
};

export type ComplaintErrorView = {
  readonly field: "about" | "text";
  readonly kind: "about_missing" | "text_missing" | "text_too_long";
};

/** What a complaint is about, in words. */
export function aboutText(about: string, { t }: Pick<Translator, "t">): string {
  const known: ComplaintSubject = COMPLAINT_SUBJECTS.find((one) => one === about) ?? "other";
  return t(`complaint.about.${known}`);
}
