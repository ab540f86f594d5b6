import { err, ok, type Result } from "../result.ts";

export const DISPUTE_STATUSES = ["open", "awaiting_debtor", "resolved", "withdrawn"] as const;

/** open: waits for the creditor. awaiting_debtor: a question waits for the debtor. The others are ends. */
export type DisputeStatus = (typeof DISPUTE_STATUSES)[number];

export const DISPUTE_OUTCOMES = ["upheld", "partly_upheld", "rejected"] as const;

export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];

/** ask, write: by the creditor. answer, withdraw: by the debtor. resolve: the creditor's decision. */
export const DISPUTE_ACTS = ["ask", "write", "answer", "withdraw", "resolve"] as const;

export type DisputeAct = (typeof DISPUTE_ACTS)[number];

const TRANSITIONS: Readonly<Record<DisputeStatus, Partial<Record<DisputeAct, DisputeStatus>>>> = {
  open: { ask: "awaiting_debtor", write: "open", answer: "open", withdraw: "withdrawn", resolve: "resolved" },
  awaiting_debtor: {
    ask: "awaiting_debtor",
    write: "awaiting_debtor",
    answer: "open",
    withdraw: "withdrawn",
    resolve: "resolved",
  },
  resolved: {},
  withdrawn: {},
};

/** The status after an act, or that it is not possible (any more). */
export function disputeAfter(
  status: DisputeStatus,
  act: DisputeAct,
): Result<DisputeStatus, { kind: "not_possible"; status: DisputeStatus }> {
  const next = TRANSITIONS[status][act];
  return next === undefined ? err({ kind: "not_possible", status }) : ok(next);
}

/** Nothing can happen to it any more. */
export function isDisputeEnded(status: DisputeStatus): boolean {
  return Object.keys(TRANSITIONS[status]).length === 0;
}
