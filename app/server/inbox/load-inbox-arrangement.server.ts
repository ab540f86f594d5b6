import type { ArrangementStatus } from "#app/domain/arrangement/arrangement-state.ts";
import type { FollowedPlan } from "#app/domain/arrangement/follow-plan.ts";
import type { Answer } from "#app/domain/arrangement/negotiate.ts";
import type { ArrangementPolicy } from "#app/domain/arrangement/policy.ts";
import type { Schedule } from "#app/domain/arrangement/schedule.ts";
import type { Wish } from "#app/domain/arrangement/wish.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import type { Cents } from "#app/domain/money.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import {
  type ArrangementDetails,
  findArrangementDetails,
} from "#app/server/arrangements/arrangement-details.server.ts";
import { readSchedule, readWish } from "#app/server/arrangements/offer-json.server.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type DecidedBy, decidedByOf } from "./decided-by.server.ts";
import { loadOwedClaims, loadOwingDebtor, type OwedClaim, type OwingDebtor } from "./who-owes.server.ts";

/** One offer of the history. */
export type InboxOffer = {
  readonly version: number;
  readonly by: DecidedBy;
  readonly on: LocalDate;
  readonly schedule: Schedule;
  readonly wish: Wish | null;
  readonly message: string;
};

/** An arrangement as somebody who decides about it sees it, as of today. */
export type InboxArrangement = {
  readonly id: string;
  readonly status: ArrangementStatus;
  /** Of the newest offer: who decides names the one they saw. */
  readonly version: number;
  readonly today: LocalDate;
  readonly debtor: OwingDebtor;
  readonly claims: readonly OwedClaim[];
  /** What a plan has to bring in today; null once it was accepted or has ended. */
  readonly total: Cents | null;
  readonly reason: { readonly code: string | null; readonly text: string };
  readonly advice: Answer | null;
  readonly plan: FollowedPlan | null;
  readonly decideBefore: LocalDate | null;
  readonly validUntil: LocalDate | null;
  /** What holds now. */
  readonly offer: InboxOffer;
  /** Newest first. */
  readonly offers: readonly InboxOffer[];
  /** Who brought it to the status that it has, and when (RFC 3339); null while it waits for the creditor. */
  readonly decision: { readonly by: DecidedBy; readonly at: string; readonly text: string | null } | null;
  readonly policy: ArrangementPolicy;
};

/** An arrangement of the user's creditor; null: somebody else's is as absent as one that never was. */
export async function loadInboxArrangement(
  services: Services,
  { grant, arrangementId }: { grant: CreditorGrant; arrangementId: string },
): Promise<InboxArrangement | null> {
  const { creditorId } = grant;
  const details = await findArrangementDetails(services, { creditorId, arrangementId });
  if (!details) return null;
  const { arrangement, total, advice, plan } = details;
  const [debtor, claims, offers] = await Promise.all([
    loadOwingDebtor(services, arrangement),
    loadOwedClaims(services, arrangement),
    loadOffers(services, { grant, arrangementId }),
  ]);
  const [offer] = offers;
  if (!offer) throw new Error(`arrangement ${arrangementId} has no offer`);
  const { id, status, version, reason, decideBefore, validUntil, policy } = arrangement;
  return {
    id,
    status,
    version,
    today: services.clock.today(),
    debtor,
    claims,
    total,
    reason,
    advice,
    plan,
    decideBefore,
    validUntil,
    offer,
    offers,
    decision: await decisionOf(services, { grant, details }),
    policy,
  };
}

async function loadOffers(
  services: Services,
  { grant, arrangementId }: { grant: CreditorGrant; arrangementId: string },
): Promise<InboxOffer[]> {
  const { prisma } = services.database;
  const { creditorId, userId } = grant;
  const rows = await prisma.arrangementOffer.findMany({ where: { arrangementId, creditorId }, orderBy: { version: "desc" } }); // prettier-ignore
  const offers: InboxOffer[] = [];
  for (const row of rows) {
    offers.push({
      version: row.version,
      by: await decidedByOf(prisma, { actor: row.actor, creditorId, userId }),
      on: dayInAmsterdam(row.createdAt),
      schedule: readSchedule(row.schedule),
      wish: readWish(row.wish),
      message: row.message,
    });
  }
  return offers;
}

async function decisionOf(
  services: Services,
  { grant, details: { arrangement } }: { grant: CreditorGrant; details: ArrangementDetails },
): Promise<InboxArrangement["decision"]> {
  const { status, decidedBy, decisionText, endedAt, acceptedAt, offer, id: arrangementId } = arrangement;
  if (status === "proposed") return null;
  const { prisma } = services.database;
  const { creditorId, userId } = grant;
  const countered = status === "countered" ? await prisma.arrangementOffer.findFirst({ where: { arrangementId, creditorId }, orderBy: { version: "desc" }, select: { actor: true } }) : null; // prettier-ignore
  const actor = countered?.actor ?? decidedBy ?? "system";
  const at = endedAt ?? (status === "countered" ? offer.createdAt : (acceptedAt ?? offer.createdAt));
  return { by: await decidedByOf(prisma, { actor, creditorId, userId }), at: at.toISOString(), text: decisionText };
}
