import type { ClaimStatus } from "#app/domain/claim.ts";
import { sum, ZERO } from "#app/domain/money.ts";
import type { StatementEntry } from "#app/domain/statement-entries.ts";
import type { ClaimView } from "./claim-view.ts";
import { paidOf } from "./statement-rows.ts";

/** The status as a debtor sees it: an open claim of which something was paid is partly paid. */
export type ClaimState = ClaimStatus | "partlyPaid";

export function claimState({ status, statement }: ClaimView): ClaimState {
  return status === "open" && paidOf(statement) > 0n ? "partlyPaid" : status;
}

/** May be paid on; whether it should be is another question. */
export function isPayable({ status, statement }: ClaimView): boolean {
  return status !== "closed" && status !== "settled" && statement.open > ZERO;
}

/** Whether the debtor is expected to pay: not while a claim rests, nor once it is closed. */
export function isAsked({ status }: ClaimView): boolean {
  return status === "open" || status === "settled";
}

export function openTogether(claims: readonly ClaimView[]) {
  return sum(claims.filter(isPayable).map(({ statement }) => statement.open));
}

/** Money that went back and left the claim open again, with the payment it came from; null when the last payment stood. */
export function lastReversal({ statement }: ClaimView): { reversal: StatementEntry; payment: StatementEntry } | null {
  if (statement.open === ZERO) return null;
  const moved = statement.entries.filter(({ type }) => type !== "credit" && !type.endsWith("_waived"));
  const reversal = moved.at(-1);
  if (reversal?.type !== "chargeback" && reversal?.type !== "refund") return null;
  const payment = moved.findLast(({ type, amount }) => type === "payment" && amount >= reversal.amount);
  return payment ? { reversal, payment } : null;
}
