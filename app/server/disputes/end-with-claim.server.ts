import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { findDisputes, lockDispute } from "./dispute-record.server.ts";
import { endDispute } from "./end-dispute.server.ts";
import { tellDebtorOfDispute } from "./tell-of-dispute.server.ts";

/** Ends the dispute of a claim that the creditor closed: nothing is asked any more, so there is nothing to decide. */
export async function endDisputeOfClosedClaim(
  tx: Transaction,
  services: Services,
  claim: { readonly id: string; readonly creditorId: string },
): Promise<void> {
  const { id: claimId, creditorId } = claim;
  const [running] = await findDisputes(tx, { creditorId, claimId, endedAt: null }, 1);
  const locked = running && (await lockDispute(tx, { creditorId, disputeId: running.id }));
  if (!locked) return;
  await endDispute(tx, services, {
    locked,
    ending: { status: "withdrawn", actor: "creditor", reason: "claim_closed" },
  });
  await tellDebtorOfDispute(tx, services, { ...locked, news: { kind: "ended_with_claim" } });
}
