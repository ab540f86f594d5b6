import { type ArrangementStatus, isOpenProposal } from "#app/domain/arrangement/arrangement-state.ts";
import type { FollowedPlan } from "#app/domain/arrangement/follow-plan.ts";
import { type Answer, negotiate } from "#app/domain/arrangement/negotiate.ts";
import type { Wish } from "#app/domain/arrangement/wish.ts";
import type { Cents } from "#app/domain/money.ts";
import { type ClaimRecord, findClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type ArrangementRecord, findArrangement, findArrangements } from "./arrangement-record.server.ts";
import { readWish } from "./offer-json.server.ts";
import { planTotalOf } from "./open-amounts.server.ts";
import { planNow } from "./plan-now.server.ts";

/** An arrangement as its creditor sees it. */
export type ArrangementDetails = {
  readonly arrangement: ArrangementRecord;
  readonly claims: readonly { readonly id: string; readonly reference: string }[];
  /** What a schedule has to add up to today; null once it was accepted or has ended. */
  readonly total: Cents | null;
  /** What the debtor asked in the newest offer. */
  readonly wish: Wish | null;
  /** What the policy would answer to the wish today, while the creditor decides. */
  readonly advice: Answer | null;
  /** As the ledgers see it today, or saw it on the day it ended; null when it never ran. */
  readonly plan: FollowedPlan | null;
};

export async function findArrangementDetails(
  services: Pick<Services, "database" | "clock">,
  scope: { creditorId: string; arrangementId: string },
): Promise<ArrangementDetails | null> {
  const { prisma } = services.database;
  const arrangement = await findArrangement(prisma, scope);
  return arrangement && detailsOf(prisma, services, arrangement);
}

export type ArrangementSearch = {
  readonly creditorId: string;
  readonly status?: ArrangementStatus;
  readonly claimId?: string;
  /** Id of the last arrangement of the page before. */
  readonly after?: string;
  readonly limit: number;
};

/** Newest first. Answers up to `limit` + 1, the last to show that there are more. */
export async function searchArrangements(
  services: Pick<Services, "database" | "clock">,
  { creditorId, status, claimId, after, limit }: ArrangementSearch,
): Promise<ArrangementDetails[]> {
  const { prisma } = services.database;
  const where = {
    creditorId,
    ...(status === undefined ? {} : { status }),
    ...(claimId === undefined ? {} : { claims: { some: { claimId } } }),
    ...(after === undefined ? {} : { id: { lt: after } }),
  };
  const found: ArrangementDetails[] = [];
  for (const arrangement of await findArrangements(prisma, where, limit + 1)) {
    found.push(await detailsOf(prisma, services, arrangement));
  }
  return found;
}

async function detailsOf(
  tx: Transaction,
  services: Pick<Services, "clock">,
  arrangement: ArrangementRecord,
): Promise<ArrangementDetails> {
  const { creditorId, claimIds, status, acceptedOn, endedAt } = arrangement;
  const found = await Promise.all(claimIds.map((claimId) => findClaim(tx, { creditorId, claimId })));
  const claims = found.filter((claim) => claim !== null);
  const total = isOpenProposal(status) ? await totalToday(tx, services, { arrangement, claims }) : null;
  const wish = readWish(arrangement.offer.wish);
  const today = services.clock.today();
  const asks = status === "proposed" && wish !== null && total !== null && total > 0n;
  const asOf = endedAt === null ? today : dayInAmsterdam(endedAt);
  return {
    arrangement,
    claims: claims.map(({ id, reference }) => ({ id, reference })),
    total,
    wish,
    advice: asks ? negotiate({ policy: arrangement.policy, total, wish, today }) : null,
    plan: acceptedOn === null ? null : (await planNow(tx, { arrangement, claims, today: asOf })).plan,
  };
}

async function totalToday(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { arrangement, claims }: { arrangement: ArrangementRecord; claims: readonly ClaimRecord[] },
): Promise<Cents> {
  const today = services.clock.today();
  const statements = await Promise.all(claims.map((claim) => claimStatement(tx, claim, today)));
  return planTotalOf(arrangement.policy, statements).total;
}
