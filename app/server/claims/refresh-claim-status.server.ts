import { type ClaimHolds, type ClaimStatus, statusOfHolds } from "#app/domain/claim.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";

type Claim = { readonly id: string; readonly creditorId: string };

/** What holds a claim now, apart from its ledger. */
export async function claimHolds(tx: Transaction, { id: claimId, creditorId }: Claim): Promise<ClaimHolds> {
  const disputed = await tx.dispute.count({ where: { claimId, creditorId, endedAt: null } });
  const paused = await tx.pause.count({ where: { claimId, creditorId, endedAt: null } });
  const arranged = await tx.arrangementClaim.count({
    where: { claimId, creditorId, open: true, arrangement: { status: "accepted" } },
  });
  return { disputed: disputed > 0, paused: paused > 0, arranged: arranged > 0 };
}

/**
 * Sets the status of a claim after something began or ceased to hold it, and answers it. A settled claim stays settled, a
 * closed one closed. The caller holds the claim and read it under its lock.
 */
export async function refreshClaimStatus(
  tx: Transaction,
  claim: Claim & { readonly status: ClaimStatus },
  at: Date,
): Promise<ClaimStatus> {
  if (claim.status === "settled" || claim.status === "closed") return claim.status;
  const status = statusOfHolds(await claimHolds(tx, claim));
  if (status !== claim.status) await tx.claim.update({ where: { id: claim.id }, data: { status, updatedAt: at } });
  return status;
}

/** Whether a dispute or a pause holds one of these claims, whatever their status; a closed one holds nothing. */
export async function isHeld(
  tx: Transaction,
  claims: readonly (Claim & { readonly status: ClaimStatus })[],
): Promise<boolean> {
  const asked = claims.filter(({ status }) => status !== "closed");
  const [first] = asked;
  if (!first) return false;
  const where = { creditorId: first.creditorId, claimId: { in: asked.map(({ id }) => id) }, endedAt: null };
  return (await tx.dispute.count({ where })) > 0 || (await tx.pause.count({ where })) > 0;
}
