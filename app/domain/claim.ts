import type { Cents } from "./money.ts";

export const CLAIM_STATUSES = ["open", "paused", "arranged", "disputed", "settled", "closed"] as const;

export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** What holds a claim, apart from its ledger. */
export type ClaimHolds = { readonly disputed: boolean; readonly paused: boolean; readonly arranged: boolean };

/**
 * The status after the ledger changed. Nothing open settles the claim; something open again (a chargeback, a refund, a
 * further invoice) reopens a settled one into what still holds it. A claim the creditor closed stays closed.
 */
export function statusAfterLedgerChange(status: ClaimStatus, open: Cents, holds: ClaimHolds): ClaimStatus {
  if (status === "closed") return "closed";
  if (open === 0n) return "settled";
  return status === "settled" ? statusOfHolds(holds) : status;
}

/** The status of a claim with something open: a dispute weighs more than a pause, a pause more than an arrangement. */
export function statusOfHolds(holds: ClaimHolds): ClaimStatus {
  if (holds.disputed) return "disputed";
  if (holds.paused) return "paused";
  return holds.arranged ? "arranged" : "open";
}
