import type { LocalDate } from "#app/domain/calendar.ts";
import type { DisputeOutcome, DisputeStatus } from "#app/domain/dispute/dispute-state.ts";
import type { DisputeGround } from "#app/domain/dispute/grounds.ts";
import type { DisputeScope } from "#app/domain/dispute/scope.ts";
import type { Cents } from "#app/domain/money.ts";
import type { ClaimFrame } from "#app/ui/claim/claim-shell.tsx";
import type { DocumentView } from "#app/ui/claim/correspondence.ts";

/** What a page gets that names the claim in its addresses. */
export type DisputeFrame = ClaimFrame & {
  /** As addresses name it; null where the debtor has only one. */
  readonly claim: string | null;
};

/** A file that goes along, or went along. */
export type DisputeFile = DocumentView;

export type DisputeMessage = {
  readonly id: string;
  readonly from: "creditor" | "debtor";
  readonly on: LocalDate;
  readonly subject: string;
  readonly body: string;
  readonly documents: readonly DisputeFile[];
};

/** A dispute as its debtor sees it. */
export type DisputeView = {
  readonly id: string;
  /** What the debtor can mention on the telephone. */
  readonly number: string;
  readonly status: DisputeStatus;
  readonly ground: DisputeGround;
  readonly scope: DisputeScope;
  /** Of the invoices that the scope names. */
  readonly invoiceNumbers: readonly string[];
  /** What was disputed when it was opened. */
  readonly amount: Cents;
  readonly disputedNow: Cents;
  readonly undisputedNow: Cents;
  readonly openedOn: LocalDate;
  /** The last day on which the creditor answers. */
  readonly answerBefore: LocalDate;
  readonly debtorAnswerBefore: LocalDate | null;
  readonly outcome: DisputeOutcome | null;
  readonly explanation: string | null;
  /** What the decision took off the claim. */
  readonly credited: Cents;
  readonly endedOn: LocalDate | null;
  readonly text: string;
  readonly messages: readonly DisputeMessage[];
};

/** An answer to the creditor that is being written. */
export type ReplyDraft = {
  /** Made with the form, so that sending it twice is answering once. */
  readonly messageId: string;
  readonly text: string;
  readonly uploads: readonly DisputeFile[];
};

/** What was done just now, or that it could not be. */
export type DisputeNews = "opened" | "answered" | "withdrawn" | "not_possible";
