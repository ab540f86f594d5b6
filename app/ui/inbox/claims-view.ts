import type { Allocation } from "#app/domain/account.ts";
import type { ArrangementStatus } from "#app/domain/arrangement/arrangement-state.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import type { ClaimStatus } from "#app/domain/claim.ts";
import type { DisputeStatus } from "#app/domain/dispute/dispute-state.ts";
import type { LimitationWarning } from "#app/domain/law/limitation-warning.ts";
import type { Cents } from "#app/domain/money.ts";
import type { PauseReason } from "#app/domain/pause.ts";
import type { QuestionKind } from "#app/domain/question.ts";
import type { Statement } from "#app/domain/statement.ts";
import type { StatementEntry } from "#app/domain/statement-entries.ts";
import type { DecidedByView, OwingView } from "./inbox-view.ts";

export type ListedClaimView = {
  readonly id: string;
  readonly reference: string;
  readonly description: string;
  readonly debtor: string;
  readonly status: ClaimStatus;
  readonly open: Cents;
  readonly principal: Cents;
};

/** Something about a claim that has a page of its own. */
export type ClaimMatterView = { readonly id: string; readonly since: LocalDate } & (
  | { readonly kind: "arrangement"; readonly status: ArrangementStatus }
  | { readonly kind: "dispute"; readonly status: DisputeStatus }
  | { readonly kind: "pause"; readonly reason: PauseReason; readonly ended: boolean }
  | { readonly kind: "complaint"; readonly answered: boolean }
  | { readonly kind: "question"; readonly about: QuestionKind; readonly answered: boolean }
);

export type ClaimFactView = Pick<StatementEntry, "factKey" | "date" | "type" | "amount"> & {
  readonly allocation: Allocation;
  readonly paymentId: string | null;
  readonly method: string | null;
  readonly reference: string | null;
  readonly reason: string;
};

export type ClaimInvoiceView = {
  readonly id: string;
  readonly number: string;
  readonly description: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly amount: Cents;
  readonly open: Cents;
  readonly limitation: LimitationWarning | null;
};

export type ClaimLetterView = {
  readonly id: string;
  readonly on: LocalDate;
  readonly message: {
    readonly direction: "inbound" | "outbound";
    readonly channel: "email" | "sms" | "letter" | "phone" | "portal";
    readonly subject: string;
    readonly body: string;
  } | null;
  readonly files: readonly {
    readonly id: string;
    readonly fileName: string;
    readonly scan: "quarantined" | "clean" | "infected" | "unscanned" | null;
  }[];
};

export type ClaimLinkView = {
  readonly id: string;
  readonly channel: "none" | "email" | "sms" | "letter";
  readonly issuedOn: LocalDate;
  readonly expiresOn: LocalDate;
  readonly opened: number;
  readonly isHelper: boolean;
  readonly state: "open" | "expired" | "revoked";
};

/** A claim as somebody of its creditor sees it, as of today. */
export type InboxClaimView = {
  readonly id: string;
  readonly reference: string;
  readonly description: string;
  readonly kind: "consumer" | "commercial";
  readonly status: ClaimStatus;
  readonly paymentReference: string;
  readonly statement: Statement;
  readonly interestType: "statutory" | "contractual" | "none";
  readonly noticeDeliveredOn: LocalDate | null;
  readonly asksCosts: boolean;
  readonly invoices: readonly ClaimInvoiceView[];
  readonly facts: readonly ClaimFactView[];
  readonly debtor: OwingView["debtor"];
  readonly pauseId: string | null;
  readonly matters: readonly ClaimMatterView[];
  readonly letters: readonly ClaimLetterView[];
  readonly links: readonly ClaimLinkView[];
  readonly audit: readonly { readonly at: string; readonly action: string; readonly by: DecidedByView }[];
};

/** What was just done on a page of a claim. */
export const DONE_ON_CLAIM = [
  "added",
  "file",
  "payment",
  "credit",
  "paid_back",
  "booked_back",
  "pause",
  "close",
  "mailed",
  "revoked",
] as const;

export type DoneOnClaim = (typeof DONE_ON_CLAIM)[number];
