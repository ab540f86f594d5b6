import type { DisputeStatus } from "#app/domain/dispute/dispute-state.ts";
import { sharesNow } from "#app/domain/dispute/scope.ts";
import { type Cents, ZERO } from "#app/domain/money.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type DisputeMessage, loadDisputeMessages } from "./dispute-messages.server.ts";
import { type DisputeRecord, findDisputes } from "./dispute-record.server.ts";

/** A dispute as its creditor sees it. */
export type DisputeDetails = {
  readonly dispute: DisputeRecord;
  readonly reference: string;
  /** Open today on the disputed part, and on the rest; all is rest once it has ended. */
  readonly disputedNow: Cents;
  readonly undisputedNow: Cents;
  readonly messages: readonly DisputeMessage[];
};

export async function findDisputeDetails(
  services: Pick<Services, "database" | "clock">,
  { creditorId, disputeId }: { creditorId: string; disputeId: string },
): Promise<DisputeDetails | null> {
  const [dispute] = await findDisputes(services.database.prisma, { creditorId, id: disputeId }, 1);
  return dispute ? detailsOf(services, dispute) : null;
}

export type DisputeSearch = {
  readonly creditorId: string;
  readonly status?: DisputeStatus;
  readonly claimId?: string;
  /** Id of the last dispute of the page before. */
  readonly after?: string;
  readonly limit: number;
};

/** Newest first. Answers up to `limit` + 1, the last to show that there are more. */
export async function searchDisputes(
  services: Pick<Services, "database" | "clock">,
  { creditorId, status, claimId, after, limit }: DisputeSearch,
): Promise<DisputeDetails[]> {
  const where = {
    creditorId,
    ...(status === undefined ? {} : { status }),
    ...(claimId === undefined ? {} : { claimId }),
    ...(after === undefined ? {} : { id: { lt: after } }),
  };
  const found: DisputeDetails[] = [];
  for (const dispute of await findDisputes(services.database.prisma, where, limit + 1)) {
    found.push(await detailsOf(services, dispute));
  }
  return found;
}

async function detailsOf(
  services: Pick<Services, "database" | "clock">,
  dispute: DisputeRecord,
): Promise<DisputeDetails> {
  const { id: disputeId, creditorId, claimId, endedAt } = dispute;
  const { prisma } = services.database;
  const claim = await findClaim(prisma, { creditorId, claimId });
  if (!claim) throw new Error(`dispute ${disputeId} is about a claim that is not there`);
  const statement = await claimStatement(prisma, claim, services.clock.today());
  const shares =
    endedAt === null
      ? sharesNow(statement, { kind: dispute.scope.kind, amount: dispute.amount })
      : { disputed: ZERO, undisputed: statement.open };
  const messages = await loadDisputeMessages(services, { creditorId, disputeId });
  return { dispute, reference: claim.reference, disputedNow: shares.disputed, undisputedNow: shares.undisputed, messages }; // prettier-ignore
}
