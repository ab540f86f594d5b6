import { type ArrangementStatus, isEnded } from "#app/domain/arrangement/arrangement-state.ts";
import type { FollowedPlan } from "#app/domain/arrangement/follow-plan.ts";
import type { ArrangementMethod, ArrangementPolicy, Frequency, PayDay } from "#app/domain/arrangement/policy.ts";
import type { Schedule } from "#app/domain/arrangement/schedule.ts";
import { addDays, later, type LocalDate } from "#app/domain/calendar.ts";
import { type Cents, parseDecimal, sum } from "#app/domain/money.ts";
import { type ClaimRecord, findClaim } from "#app/server/claims/claim-record.server.ts";
import type { DebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { policyOfCreditor } from "./arrangement-policy.server.ts";
import { type ArrangementRecord, findArrangements } from "./arrangement-record.server.ts";
import { readSchedule } from "./offer-json.server.ts";
import { planNow } from "./plan-now.server.ts";
import { type PossibleChanges, possibleChanges } from "./possible-changes.server.ts";

/** An arrangement as its debtor may see it, as of today. */
export type DebtorArrangement = {
  readonly id: string;
  readonly status: ArrangementStatus;
  readonly version: number;
  readonly claimIds: readonly string[];
  readonly policy: ArrangementPolicy;
  readonly today: LocalDate;
  readonly offer: {
    readonly version: number;
    readonly by: "debtor" | "creditor";
    readonly schedule: Schedule;
    readonly total: Cents;
    readonly message: string;
    readonly validUntil: LocalDate | null;
    readonly frequency: Frequency | null;
    readonly payDay: PayDay | null;
  };
  /** What the debtor asked last, and what they said they could spare each time. */
  readonly asked: { readonly schedule: Schedule; readonly perInstalment: Cents | null } | null;
  readonly waivedCosts: Cents;
  readonly discount: Cents;
  readonly decideBefore: LocalDate | null;
  readonly validUntil: LocalDate | null;
  readonly acceptedOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
  readonly decisionText: string | null;
  readonly method: ArrangementMethod;
  readonly mandate: { readonly status: "pending" | "valid" | "withdrawn" | "invalid" } | null;
  /** When it ran. */
  readonly plan: FollowedPlan | null;
  /** What became of collecting the instalment that is next; null where that was not tried. */
  readonly collection: "under_way" | "failed" | null;
  /** Open on its claims now, outside the plan too. */
  readonly openNow: Cents;
  readonly lastLetterOn: LocalDate | null;
  readonly changes: PossibleChanges;
  /** From when a new proposal is possible after this one; null where the creditor takes none. */
  readonly proposeFrom: LocalDate | null;
};

/**
 * The debtor's arrangement over the claims of the session, or over one of them: the one that waits or runs, else the
 * last that ended while its claims are still to be paid, else the one that paid them. Null when there is none.
 */
export async function loadDebtorArrangement(
  services: Services,
  loaded: DebtorClaims,
  claimId: string | null = null,
): Promise<DebtorArrangement | null> {
  const found = await findShown(services, loaded, claimId);
  if (!found) return null;
  const { prisma } = services.database;
  const { creditorId } = loaded.session;
  const today = services.clock.today();
  const own = loaded.claims.filter(({ id }) => found.claimIds.includes(id));
  const ran = found.acceptedOn !== null;
  const { plan } = ran ? await followed(services, found) : { plan: null };
  const [policy, asked] = await Promise.all([
    policyOfCreditor(prisma, creditorId),
    prisma.arrangementOffer.findFirst({
      where: { arrangementId: found.id, creditorId, by: "debtor" },
      orderBy: { version: "desc" },
      select: { schedule: true, wish: true },
    }),
  ]);
  const { id, status, version, claimIds, offer, decideBefore, validUntil, acceptedOn, decisionText, method } = found;
  const endedOn = found.endedAt && dayInAmsterdam(found.endedAt);
  return {
    id,
    status,
    version,
    claimIds,
    policy: found.policy,
    today,
    offer,
    asked: asked && { schedule: readSchedule(asked.schedule), perInstalment: spareOf(asked.wish) },
    waivedCosts: found.waivedCosts,
    discount: found.discount,
    decideBefore,
    validUntil,
    acceptedOn,
    endedOn,
    decisionText,
    method,
    mandate: found.mandate && { status: found.mandate.status },
    plan,
    collection: plan && (await collectionOf(prisma, { arrangement: found, plan })),
    openNow: sum(own.filter((claim) => claim.status !== "closed").map(({ statement }) => statement.open)),
    lastLetterOn: found.lastLetterOn,
    changes: plan && status === "accepted" ? possibleChanges(found, { plan, today }) : NO_CHANGES,
    proposeFrom: policy.enabled && isEnded(status) ? proposeFrom(found, { endedOn, policy, today }) : null,
  };
}

const NO_CHANGES: PossibleChanges = { postpone: [], skip: [], announce: [], announced: [], skipFrom: null };

async function findShown(
  services: Services,
  { session: { creditorId, debtorId }, claims }: DebtorClaims,
  claimId: string | null,
): Promise<ArrangementRecord | null> {
  const where = { creditorId, debtorId, ...(claimId === null ? {} : { claims: { some: { claimId } } }) };
  const all = await findArrangements(services.database.prisma, where);
  const toPay = new Set(claims.filter(({ status, statement }) => status !== "closed" && statement.open > 0n).map(({ id }) => id)); // prettier-ignore
  return (
    all.find(({ status }) => !isEnded(status)) ??
    all.find((one) => one.status !== "completed" && one.claimIds.some((id) => toPay.has(id))) ??
    (toPay.size === 0 ? all.find(({ status }) => status === "completed") : undefined) ??
    null
  );
}

async function followed(services: Services, arrangement: ArrangementRecord): Promise<{ plan: FollowedPlan }> {
  const { prisma } = services.database;
  const { creditorId, claimIds } = arrangement;
  const claims: ClaimRecord[] = [];
  for (const claimId of claimIds) {
    const claim = await findClaim(prisma, { creditorId, claimId });
    if (claim) claims.push(claim);
  }
  return planNow(prisma, { arrangement, claims, today: services.clock.today() });
}

async function collectionOf(
  tx: Transaction,
  { arrangement, plan }: { arrangement: ArrangementRecord; plan: FollowedPlan },
): Promise<DebtorArrangement["collection"]> {
  if (plan.next === null || arrangement.mandate === null) return null;
  const newest = await tx.payment.findFirst({
    where: {
      creditorId: arrangement.creditorId,
      arrangementId: arrangement.id,
      sequence: "recurring",
      instalmentSeq: plan.next.seq,
    },
    orderBy: { createdAt: "desc" },
    select: { status: true },
  });
  if (!newest) return null;
  return newest.status === "creating" || newest.status === "open" ? "under_way" : "failed";
}

/** What somebody said they could spare each time, where a plan was asked that way. */
function spareOf(wish: unknown): Cents | null {
  const { perInstalment, settlement } = (wish ?? {}) as { perInstalment?: string; settlement?: boolean };
  if (perInstalment === undefined || settlement === true) return null;
  const amount = parseDecimal(perInstalment);
  return amount.ok ? amount.value : null;
}

function proposeFrom(
  { status }: ArrangementRecord,
  { endedOn, policy, today }: { endedOn: LocalDate | null; policy: ArrangementPolicy; today: LocalDate },
): LocalDate {
  if (status !== "declined" || endedOn === null) return today;
  return later(today, addDays(endedOn, policy.cooldownAfterRejectionDays));
}
