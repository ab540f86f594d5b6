import type { ArrangementStatus } from "#app/domain/arrangement/arrangement-state.ts";
import type { FollowedPlan } from "#app/domain/arrangement/follow-plan.ts";
import type { Answer } from "#app/domain/arrangement/negotiate.ts";
import type { ArrangementPolicy } from "#app/domain/arrangement/policy.ts";
import type { Schedule } from "#app/domain/arrangement/schedule.ts";
import type { Wish } from "#app/domain/arrangement/wish.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import type { ClaimStatus } from "#app/domain/claim.ts";
import type { DisputeOutcome } from "#app/domain/dispute/dispute-state.ts";
import type { DisputeGround } from "#app/domain/dispute/grounds.ts";
import type { Cents } from "#app/domain/money.ts";
import type { PauseReason } from "#app/domain/pause.ts";
import type { PreferredChannel } from "#app/domain/preferred-channel.ts";
import type { QuestionKind, QuestionOutcome } from "#app/domain/question.ts";

/** Who looks, and for which creditor. */
export type InboxUser = {
  readonly email: string;
  readonly creditorName: string;
  /** The same address works for other creditors too. */
  readonly hasOthers: boolean;
  /** A reader looks and does nothing. */
  readonly mayDecide: boolean;
};

/** What was asked on a day; the schedule is empty where only what can be spared was sent. */
export type AskedView = { readonly schedule: Schedule; readonly wish: Wish | null; readonly on: LocalDate };

type About = { readonly id: string; readonly debtor: string; readonly references: readonly string[] };

export const INBOX_KINDS = ["proposal", "dispute", "complaint", "question", "pause"] as const;

export type InboxKind = (typeof INBOX_KINDS)[number];

/** What waits for an answer, and what rests until a day; each kind has its own line and page. */
export type WaitingItem =
  | (About & { readonly kind: "proposal"; readonly asked: AskedView; readonly answerBefore: LocalDate })
  | (About & {
      readonly kind: "dispute";
      readonly ground: DisputeGround;
      readonly amount: Cents;
      /** A question waits for the debtor. */
      readonly asked: boolean;
      readonly answerBefore: LocalDate;
    })
  | (About & { readonly kind: "complaint"; readonly about: string; readonly answerBefore: LocalDate })
  | (About & { readonly kind: "question"; readonly about: QuestionKind; readonly answerBefore: LocalDate })
  /** Its last day; null: until somebody ends it. */
  | (About & { readonly kind: "pause"; readonly reason: PauseReason; readonly answerBefore: LocalDate | null });

export type DecidedItem =
  | (About & { readonly kind: "proposal"; readonly status: ArrangementStatus; readonly on: LocalDate })
  | (About & { readonly kind: "dispute"; readonly outcome: DisputeOutcome | null; readonly on: LocalDate })
  | (About & { readonly kind: "complaint"; readonly on: LocalDate })
  | (About & { readonly kind: "question"; readonly outcome: QuestionOutcome; readonly on: LocalDate });

export type DecidedByView =
  | { readonly kind: "you" | "software" | "policy" | "debtor" | "system" }
  | { readonly kind: "colleague"; readonly email: string };

export type OfferView = {
  readonly version: number;
  readonly by: DecidedByView;
  readonly on: LocalDate;
  readonly schedule: Schedule;
  readonly wish: Wish | null;
  readonly message: string;
};

/** Who owes, and the claims with what is open on them today. */
export type OwingView = {
  readonly debtor: {
    readonly name: string;
    readonly reference: string | null;
    readonly email: string | null;
    readonly phone: string | null;
    readonly address: string | null;
    readonly channel: PreferredChannel | null;
  };
  readonly claims: readonly {
    readonly id: string;
    readonly reference: string;
    readonly description: string;
    readonly status: ClaimStatus;
    readonly open: Cents;
  }[];
};

/** An arrangement as somebody who decides about it sees it. */
export type InboxArrangementView = OwingView & {
  readonly id: string;
  readonly status: ArrangementStatus;
  readonly version: number;
  readonly today: LocalDate;
  readonly total: Cents | null;
  readonly reason: { readonly code: string | null; readonly text: string };
  readonly advice: Answer | null;
  readonly plan: FollowedPlan | null;
  readonly decideBefore: LocalDate | null;
  readonly validUntil: LocalDate | null;
  readonly offer: OfferView;
  readonly offers: readonly OfferView[];
  readonly decision: { readonly by: DecidedByView; readonly at: string; readonly text: string | null } | null;
  readonly policy: ArrangementPolicy;
};

/** A complaint as somebody who answers it sees it. */
export type InboxComplaintView = OwingView & {
  readonly id: string;
  readonly about: string;
  readonly text: string;
  readonly madeOn: LocalDate;
  readonly answerBefore: LocalDate;
  readonly answer: { readonly text: string; readonly by: DecidedByView; readonly at: string } | null;
};

/** Why an act was not done, told on the page after it. */
export type RefusedAct = "decided" | "newer_offer" | "no_schedule" | "nothing_open" | "amount_changed";
