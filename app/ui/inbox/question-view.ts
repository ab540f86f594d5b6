import type { LocalDate } from "#app/domain/calendar.ts";
import type { QuestionKind, QuestionOutcome } from "#app/domain/question.ts";
import type { Retention } from "#app/domain/retention.ts";
import type { DecidedByView, OwingView } from "./inbox-view.ts";

type DetailField = "email" | "phone" | "street" | "houseNumber" | "addressLine2" | "postalCode" | "city";

/** What a debtor told or asked, as somebody who sees to it sees it. */
export type InboxQuestionView = OwingView & {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly askedOn: LocalDate;
  readonly answerBefore: LocalDate;
  readonly letter: { readonly subject: string; readonly text: string } | null;
  readonly changes: readonly {
    readonly field: DetailField;
    readonly now?: string | null;
    readonly wanted: string | null;
  }[];
  readonly retention: Retention | null;
  readonly pauseId: string | null;
  readonly answer: {
    readonly outcome: QuestionOutcome;
    readonly text: string;
    readonly by: DecidedByView;
    readonly at: string;
  } | null;
};

export type QuestionFormErrorView = {
  readonly field: "text" | "declineText";
  readonly kind: "missing" | "too_long";
};
