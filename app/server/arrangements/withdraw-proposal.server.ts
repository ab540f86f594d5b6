import { isOpenProposal } from "#app/domain/arrangement/arrangement-state.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { lockArrangement } from "./arrangement-record.server.ts";
import { endArrangement } from "./end-arrangement.server.ts";

/**
 * Withdraws a proposal or counter-offer that waits over a claim, because of something else that the debtor did: who says
 * that a claim is wrong does not propose how to pay it. A plan that runs stays. The caller holds the claim.
 */
export async function withdrawProposal(
  tx: Transaction,
  services: Services,
  input: {
    readonly claim: { readonly id: string; readonly creditorId: string };
    readonly actor: string;
    readonly reason: "dispute";
  },
): Promise<void> {
  const { claim, actor, reason } = input;
  const open = await tx.arrangementClaim.findFirst({
    where: { claimId: claim.id, creditorId: claim.creditorId, open: true },
    select: { arrangementId: true },
  });
  const locked =
    open && (await lockArrangement(tx, { creditorId: claim.creditorId, arrangementId: open.arrangementId }));
  if (!locked || !isOpenProposal(locked.arrangement.status)) return;
  await endArrangement(tx, services, { locked, ending: { act: "withdraw", actor, data: { reason } } });
}
