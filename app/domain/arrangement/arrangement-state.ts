import { err, ok, type Result } from "../result.ts";

export const ARRANGEMENT_STATUSES = [
  "proposed",
  "countered",
  "accepted",
  "declined",
  "withdrawn",
  "expired",
  "completed",
  "broken",
  "cancelled",
] as const;

/** proposed: waits for the creditor. countered: waits for the debtor. accepted: runs. The others are ends. */
export type ArrangementStatus = (typeof ARRANGEMENT_STATUSES)[number];

export const ARRANGEMENT_ACTS = [
  "accept_by_policy",
  "accept_by_creditor",
  "counter_by_creditor",
  "decline",
  "cancel",
  "accept_by_debtor",
  "counter_by_debtor",
  "withdraw",
  "expire",
  "complete",
  "break",
] as const;

export type ArrangementAct = (typeof ARRANGEMENT_ACTS)[number];

const TRANSITIONS: Readonly<Record<ArrangementStatus, Partial<Record<ArrangementAct, ArrangementStatus>>>> = {
  proposed: {
    accept_by_policy: "accepted",
    accept_by_creditor: "accepted",
    counter_by_creditor: "countered",
    decline: "declined",
    cancel: "cancelled",
    withdraw: "withdrawn",
    expire: "expired",
  },
  countered: {
    accept_by_debtor: "accepted",
    counter_by_debtor: "proposed",
    cancel: "cancelled",
    withdraw: "withdrawn",
    expire: "expired",
  },
  accepted: { complete: "completed", break: "broken", cancel: "cancelled" },
  declined: {},
  withdrawn: {},
  expired: {},
  completed: {},
  broken: {},
  cancelled: {},
};

/**
 * The status after an act, or that it is not possible (any more): of two people who decide at once, the second is told
 * the status that the first one left.
 */
export function transition(
  status: ArrangementStatus,
  act: ArrangementAct,
): Result<ArrangementStatus, { kind: "not_possible"; status: ArrangementStatus }> {
  const next = TRANSITIONS[status][act];
  return next === undefined ? err({ kind: "not_possible", status }) : ok(next);
}

/** Nothing can happen to it any more. */
export function isEnded(status: ArrangementStatus): boolean {
  return Object.keys(TRANSITIONS[status]).length === 0;
}

/** Somebody still has to decide. */
export function isOpenProposal(status: ArrangementStatus): boolean {
  return status === "proposed" || status === "countered";
}
