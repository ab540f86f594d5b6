import type { DisputeScope } from "#app/domain/dispute/scope.ts";
import type { DisputeGround } from "#app/domain/dispute/grounds.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { openDispute } from "#app/server/disputes/open-dispute.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** A debtor says that a claim is wrong, as their form would send it. */
export async function dispute(
  services: Services,
  told: { creditorId: string; claimId: string; ground: DisputeGround; scope: DisputeScope; text: string },
): Promise<void> {
  const { creditorId, claimId, ground, scope, text } = told;
  const now = services.clock.now();
  const claim = await findClaim(services.database.prisma, { creditorId, claimId });
  if (!claim) throw new Error(`no claim ${claimId}`);
  const filed = await openDispute(services, {
    debtor: { creditorId, debtorId: claim.debtorId, sessionId: newId("ses", now) },
    disputeId: newId("dsp", now),
    claimId,
    ground,
    scope,
    answers: {},
    text,
    uploadIds: [],
    language: "nl",
  });
  if (!filed.ok) throw new Error(`no dispute of ${claim.reference}: ${filed.error.kind}`);
}
