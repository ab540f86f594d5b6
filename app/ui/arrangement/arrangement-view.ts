import type { ArrangementStatus } from "#app/domain/arrangement/arrangement-state.ts";
import type { FollowedInstalment, FollowedPlan } from "#app/domain/arrangement/follow-plan.ts";
import { LAST_LETTER_DAYS } from "#app/domain/arrangement/missed.ts";
import type { ArrangementMethod, ArrangementPolicy } from "#app/domain/arrangement/policy.ts";
import type { Schedule } from "#app/domain/arrangement/schedule.ts";
import { addDays, type LocalDate } from "#app/domain/calendar.ts";
import { type Cents, ZERO } from "#app/domain/money.ts";

/** An instalment that may change, and its due day after that. */
export type ChangeView = { readonly seq: number; readonly dueOn: LocalDate };

/** An arrangement as its debtor sees it, as of `today`. */
export type ArrangementView = {
  readonly id: string;
  /** What it is over. */
  readonly claimIds: readonly string[];
  readonly status: ArrangementStatus;
  /** Of the newest offer: who answers names the one they saw. */
  readonly version: number;
  readonly today: LocalDate;
  readonly policy: ArrangementPolicy;
  readonly offer: {
    readonly by: "debtor" | "creditor";
    /** Empty where somebody asked for a person to look along, with the amount they can spare. */
    readonly schedule: Schedule;
    readonly message: string;
  };
  readonly asked: { readonly schedule: Schedule; readonly perInstalment: Cents | null } | null;
  /** Costs given up once it is paid, and what is given up of the rest. */
  readonly waivedCosts: Cents;
  readonly discount: Cents;
  readonly decideBefore: LocalDate | null;
  readonly validUntil: LocalDate | null;
  readonly acceptedOn: LocalDate | null;
  readonly decisionText: string | null;
  readonly method: ArrangementMethod;
  readonly mandate: { readonly status: "pending" | "valid" | "withdrawn" | "invalid" } | null;
  /** When it ran. */
  readonly plan: FollowedPlan | null;
  /** What became of collecting the instalment that is next; null where that was not tried. */
  readonly collection: "under_way" | "failed" | null;
  /** Open on its claims now, outside the plan too. */
  readonly openNow: Cents;
  readonly lastLetterOn: LocalDate | null;
  readonly changes: {
    readonly postpone: readonly ChangeView[];
    readonly skip: readonly ChangeView[];
    /** Of these the debtor may say beforehand that they will not be paid; those of which they did. */
    readonly announce: readonly number[];
    readonly announced: readonly number[];
    /** When skipping is possible again; null when it is possible now. */
    readonly skipFrom: LocalDate | null;
  };
  /** From when a new proposal is possible after this one; null where the creditor takes none. */
  readonly proposeFrom: LocalDate | null;
};

/** A plan that runs, with what is to be paid first. */
export type RunningView = ArrangementView & { readonly plan: FollowedPlan };

export function isRunning(arrangement: ArrangementView): arrangement is RunningView {
  return arrangement.status === "accepted" && arrangement.plan !== null;
}

/**
 * What to pay now: the last letter asks for all that is behind, a page otherwise for one instalment. What is being
 * collected needs nothing of the debtor; a collection that failed is theirs to pay, before it is tried again.
 */
export type DueNow = {
  readonly state: "upcoming" | "due" | "late" | "last_letter" | "collecting" | "collection_failed";
  readonly amount: Cents;
  readonly by: LocalDate;
  readonly seq: number;
  /** Also late, besides this one. */
  readonly alsoLate: Cents;
};

export function dueNow({ plan, lastLetterOn, collection }: RunningView): DueNow | null {
  const { next, behind } = plan;
  if (next === null) return null;
  const { seq, dueOn } = next;
  if (collection === "under_way") return { state: "collecting", amount: next.open, by: dueOn, seq, alsoLate: ZERO };
  if (lastLetterOn !== null && behind > 0n) {
    return { state: "last_letter", amount: behind, by: addDays(lastLetterOn, LAST_LETTER_DAYS), seq, alsoLate: ZERO };
  }
  const state = stateOf(next, collection);
  const alsoLate = state === "late" ? ((behind - next.open) as Cents) : ZERO;
  return { state, amount: next.open, by: dueOn, seq, alsoLate };
}

function stateOf({ state }: FollowedInstalment, collection: ArrangementView["collection"]): DueNow["state"] {
  if (state === "late") return state;
  if (collection === "failed") return "collection_failed";
  return state === "due" ? state : "upcoming";
}

/** The first instalment of which the day has not passed: the one that may still be put off. */
export function comingInstalment({ plan }: RunningView): FollowedInstalment | null {
  return plan.instalments.find(({ open, state }) => open > 0n && state !== "late") ?? null;
}
