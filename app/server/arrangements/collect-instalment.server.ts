import type { FollowedPlan } from "#app/domain/arrangement/follow-plan.ts";
import { addDays } from "#app/domain/calendar.ts";
import { ZERO } from "#app/domain/money.ts";
import { shareOverClaims } from "#app/domain/share-over-claims.ts";
import { type ClaimRecord, findClaims } from "#app/server/claims/claim-record.server.ts";
import { claimStatements } from "#app/server/claims/claim-statement.server.ts";
import { isHeld } from "#app/server/claims/refresh-claim-status.server.ts";
import { shareOfClaim, type StoredPayment } from "#app/server/payments/payment-store.server.ts";
import { fromDateColumn, toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { findArrangement, type LockedArrangement } from "./arrangement-record.server.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import { planNow, type PlanNow } from "./plan-now.server.ts";

/** Holidays in a row put it off a few days; an older one is paid by hand, for nobody was told that it would be collected. */
const COLLECTED_WITHIN_DAYS = 4;

/**
 * Writes the collection of an instalment that is due, under a mandate that holds; the worker that looks after
 * payments brings it to the provider. One collection for each due day of an instalment, however often this runs. A claim
 * with another payment under way is left for later: `blocked`. The caller holds the claims.
 */
export async function collectDueInstalment(
  tx: Transaction,
  services: Pick<Services, "clock" | "providers">,
  { locked, now }: { locked: LockedArrangement; now: PlanNow },
): Promise<"collected" | "blocked" | "nothing_due"> {
  const { arrangement, claims } = locked;
  const { id: arrangementId, creditorId, debtorId, language, mandate } = arrangement;
  const today = services.clock.today();
  const due = now.plan.instalments.find(
    ({ dueOn, open }) => open > 0n && dueOn <= today && today <= addDays(dueOn, COLLECTED_WITHIN_DAYS),
  );
  if (mandate?.status !== "valid" || !due) return "nothing_due";
  const creditor = await tx.creditor.findUniqueOrThrow({ where: { id: creditorId }, select: { id: true, mollieApiKey: true } }); // prettier-ignore
  if (services.providers.of(creditor) === null) return "nothing_due";
  const id = derivedId("pay", `${arrangementId} ${due.seq} ${due.dueOn}`);
  if (await tx.payment.findFirst({ where: { id, creditorId }, select: { id: true } })) return "nothing_due";
  const claimId = { in: claims.map((claim) => claim.id) };
  if (await tx.paymentPart.findFirst({ where: { claimId, open: true }, select: { paymentId: true } })) return "blocked";

  const at = services.clock.now();
  await tx.payment.create({
    data: {
      id,
      creditorId,
      debtorId,
      status: "creating",
      provider: "mollie",
      method: "directdebit",
      sequence: "recurring",
      arrangementId,
      instalmentSeq: due.seq,
      amount: due.open,
      language,
      quotedOn: toDateColumn(due.dueOn),
      createdAt: at,
      checkAt: at,
    },
  });
  const asked = claims
    .filter(({ status }) => status !== "closed")
    .flatMap((claim) => {
      const statement = now.statements.get(claim.id);
      return statement ? [{ id: claim.id, statement }] : [];
    });
  for (const share of shareOverClaims(asked, due.open)) {
    await tx.paymentPart.create({ data: { paymentId: id, creditorId, ...share } });
  }
  return "collected";
}

/**
 * Whether a collection that is written may still go to the provider: its plan runs, its mandate holds, nothing holds its
 * claims, and its instalment still asks as much on that day, as does each claim. The caller holds the claims of the payment.
 */
export async function isStillToCollect(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { payment, claims }: { payment: StoredPayment; claims: readonly ClaimRecord[] },
): Promise<boolean> {
  const { arrangementId, creditorId } = payment;
  const arrangement = arrangementId && (await findArrangement(tx, { creditorId, arrangementId }));
  if (!arrangement || arrangement.status !== "accepted" || arrangement.mandate?.status !== "valid") return false;
  // A dispute or a pause that began since it was written stops it, on whichever claim of the plan.
  const ofPlan = await findClaims(tx, { creditorId, claimIds: arrangement.claimIds });
  if (await isHeld(tx, ofPlan)) return false;
  const today = services.clock.today();
  const { plan } = await planNow(tx, { arrangement, claims: ofPlan, today });
  const asked = plan.instalments.find(({ seq }) => seq === payment.instalmentSeq);
  if (!asked || asked.dueOn !== fromDateColumn(payment.quotedOn) || asked.open < payment.amount) return false;
  const statements = await claimStatements(tx, claims, today);
  return claims.every(({ id }, index) => shareOfClaim(payment, id) <= (statements[index]?.open ?? ZERO));
}

/** Instalments whose collection is under way: nobody is told that they are late. */
export async function collectionsUnderWay(
  tx: Transaction,
  { id: arrangementId, creditorId }: { id: string; creditorId: string },
): Promise<ReadonlySet<number>> {
  const rows = await tx.payment.findMany({
    where: { arrangementId, creditorId, sequence: "recurring", status: { in: ["creating", "open"] } },
    select: { instalmentSeq: true },
  });
  return new Set(rows.flatMap(({ instalmentSeq }) => (instalmentSeq === null ? [] : [instalmentSeq])));
}

/** The plan as far as somebody may be spoken to about it: what is being collected is not late. */
export function withoutCollected(plan: FollowedPlan, underWay: ReadonlySet<number>): FollowedPlan {
  if (underWay.size === 0) return plan;
  const instalments = plan.instalments.filter(({ seq }) => !underWay.has(seq));
  const late = instalments.filter(({ state }) => state === "late");
  return {
    ...plan,
    instalments,
    next: instalments.find(({ open }) => open > 0n) ?? null,
    behind: late.reduce<FollowedPlan["behind"]>((behind, { open }) => (behind + open) as typeof behind, ZERO),
  };
}
