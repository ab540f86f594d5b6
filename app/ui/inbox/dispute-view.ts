import type { LocalDate } from "#app/domain/calendar.ts";
import type { DisputeOutcome, DisputeStatus } from "#app/domain/dispute/dispute-state.ts";
import type { DisputeGround } from "#app/domain/dispute/grounds.ts";
import type { DisputeScope } from "#app/domain/dispute/scope.ts";
import type { Cents } from "#app/domain/money.ts";
import type { DecidedByView, OwingView } from "./inbox-view.ts";

export type DisputeFileView = {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly scan: "quarantined" | "clean" | "infected" | "unscanned" | null;
  /** How many pages can be looked at as pictures. */
  readonly pages: number;
};

export type DisputeMessageView = {
  readonly id: string;
  readonly from: "creditor" | "debtor";
  readonly on: LocalDate;
  readonly subject: string;
  readonly body: string;
  readonly documents: readonly DisputeFileView[];
};

/** A dispute as somebody who decides about it sees it. */
export type InboxDisputeView = OwingView & {
  readonly id: string;
  readonly number: string;
  readonly status: DisputeStatus;
  readonly ground: DisputeGround;
  readonly scope: DisputeScope;
  readonly invoiceNumbers: readonly string[];
  readonly answers: {
    readonly paidOn?: LocalDate;
    readonly paidAmount?: Cents;
    readonly fromAccount?: string;
    readonly toAccount?: string;
  };
  readonly amount: Cents;
  readonly disputedNow: Cents;
  readonly undisputedNow: Cents;
  readonly openedOn: LocalDate;
  readonly answerBefore: LocalDate;
  readonly debtorAnswerBefore: LocalDate | null;
  readonly messages: readonly DisputeMessageView[];
  readonly decision: {
    readonly outcome: DisputeOutcome | null;
    readonly by: DecidedByView;
    readonly on: LocalDate;
    readonly explanation: string;
    readonly credited: Cents;
    readonly toPayBack: Cents;
  } | null;
  readonly messageId: string;
};

export type DisputeFormErrorView =
  | { readonly field: "message" | "explanation"; readonly kind: "missing" | "too_long" }
  | { readonly field: "outcome"; readonly kind: "missing" }
  | { readonly field: "credit"; readonly kind: "missing" | "not_an_amount" }
  | { readonly field: "credit"; readonly kind: "too_high"; readonly allowed: Cents };

export type DisputeFormAnswersView = Readonly<Record<"message" | "outcome" | "explanation" | "credit", string>>;
