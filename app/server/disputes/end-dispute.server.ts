import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import type { DisputeOutcome } from "#app/domain/dispute/dispute-state.ts";
import { type Cents, toDecimal } from "#app/domain/money.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { endClaimHolds } from "#app/server/claims/hold-costs.server.ts";
import { refreshClaimStatus } from "#app/server/claims/refresh-claim-status.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { appendDisputeEvent } from "./dispute-events.server.ts";
import type { LockedDispute } from "./dispute-record.server.ts";

export type DisputeEnding =
  | { readonly status: "withdrawn"; readonly actor: string; readonly reason: "debtor" | "claim_closed" }
  | {
      readonly status: "resolved";
      readonly actor: string;
      readonly outcome: DisputeOutcome;
      readonly explanation: string;
      readonly credited: Cents;
    };

/**
 * Ends a dispute: its hold of costs ends today, the claim is no longer disputed, and the creditor's systems are told. The
 * caller holds the claim, checked that the act is possible, and lets the plans follow afterwards.
 */
export async function endDispute(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { locked, ending }: { locked: LockedDispute; ending: DisputeEnding },
): Promise<void> {
  const { dispute, claim } = locked;
  const { id, creditorId } = dispute;
  const at = services.clock.now();
  const { status, actor } = ending;
  const decision =
    ending.status === "resolved"
      ? { outcome: ending.outcome, explanation: ending.explanation, credited: ending.credited, decidedBy: actor }
      : {};
  await tx.dispute.update({
    where: { id },
    data: { status, endedAt: at, checkAt: null, debtorAnswerBefore: null, ...decision },
  });
  await endClaimHolds(tx, { source: id, creditorId, on: services.clock.today() });
  const current = await findClaim(tx, { creditorId, claimId: claim.id });
  if (current) await refreshClaimStatus(tx, current, at);
  const data =
    ending.status === "resolved"
      ? { outcome: ending.outcome, credited: toDecimal(ending.credited) }
      : { reason: ending.reason };
  const type = `dispute.${status}` as const;
  await appendDisputeEvent(tx, { ...dispute, status }, { type, at, data });
  appendAudit(tx, creditorId, { at, actor, action: type, subject: id, data });
}
