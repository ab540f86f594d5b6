import { isEnded } from "#app/domain/arrangement/arrangement-state.ts";
import { addDays } from "#app/domain/calendar.ts";
import type { FollowedPlan } from "#app/domain/arrangement/follow-plan.ts";
import type { ArrangementRecord, LockedArrangement } from "./arrangement-record.server.ts";
import { appendArrangementEvents, type ArrangementNews } from "./arrangement-events.server.ts";
import { findArrangement, lockClaims } from "./arrangement-record.server.ts";
import { completePlan } from "./complete-plan.server.ts";
import { endArrangement } from "./end-arrangement.server.ts";
import { instalmentData } from "./instalment-data.server.ts";
import { openingOf } from "./next-check.server.ts";
import { planNow } from "./plan-now.server.ts";
import { scheduleChecks } from "./start-plan.server.ts";
import { tellDebtor } from "./tell-debtor.server.ts";
import { toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";

/**
 * Lets the arrangement of a claim follow after something changed in its ledger or in what holds it: instalments that are
 * paid now are told, one that is not paid any more is open again, a plan with nothing left to pay is completed, and a
 * proposal over claims with nothing open falls away. Called last in the transaction that made the change; the caller holds the
 * claim. The other claims of the arrangement are taken after it: should two transactions meet there, the database breaks
 * one off and it runs again.
 */
export async function followPlans(
  tx: Transaction,
  services: Services,
  claim: { readonly id: string; readonly creditorId: string },
  { debtorJustPaid = false }: { readonly debtorJustPaid?: boolean } = {},
): Promise<void> {
  const open = await tx.arrangementClaim.findFirst({
    where: { claimId: claim.id, creditorId: claim.creditorId, open: true },
    select: { arrangementId: true },
  });
  if (!open) return;
  await tx.$queryRaw`SELECT id FROM arrangement WHERE id = ${open.arrangementId} AND creditor_id = ${claim.creditorId} FOR UPDATE`;
  const arrangement = await findArrangement(tx, { creditorId: claim.creditorId, arrangementId: open.arrangementId });
  if (!arrangement || isEnded(arrangement.status)) return;
  const claims = await lockClaims(tx, arrangement);
  const locked = { arrangement, claims };
  if (arrangement.status === "accepted") return followRunning(tx, services, { locked, debtorJustPaid });
  if (claims.some(({ status }) => status !== "settled" && status !== "closed")) return;
  await endArrangement(tx, services, { locked, ending: { act: "cancel", actor: "ledger", data: { reason: "nothing_open" } } }); // prettier-ignore
}

async function followRunning(
  tx: Transaction,
  services: Services,
  { locked, debtorJustPaid }: { locked: LockedArrangement; debtorJustPaid: boolean },
): Promise<void> {
  const { arrangement, claims } = locked;
  const { id, creditorId } = arrangement;
  const at = services.clock.now();
  const { plan, paidOn } = await planNow(tx, { arrangement, claims, today: services.clock.today() });
  const { news, hasReopened } = await markPaid(tx, arrangement, plan);
  await appendArrangementEvents(tx, arrangement, { news, at });
  if (plan.open > 0n) {
    await scheduleChecks(tx, services, { creditorId, arrangementId: id, claims });
    // Who thinks that it was paid hears tomorrow that it was not, not on the next day of a schedule that has begun.
    const checkAt = openingOf(addDays(services.clock.today(), 1));
    if (hasReopened) await tx.arrangement.update({ where: { id }, data: { checkAt } });
    return;
  }
  if (claims.every(({ status }) => status === "closed")) {
    const ending = { act: "cancel", actor: "ledger", data: { reason: "claims_closed" } } as const;
    await endArrangement(tx, services, { locked, ending });
    const ended = await findArrangement(tx, { creditorId, arrangementId: id });
    if (ended) await tellDebtor(tx, services, { arrangement: ended, news: { kind: "cancelled", reason: "" }, key: `${id}:claims_closed` }); // prettier-ignore
    return;
  }
  await completePlan(tx, services, { locked, plan, paidOn });
  await tellDebtor(tx, services, {
    arrangement,
    news: { kind: "completed" },
    key: `${id}:completed`,
    atOnce: debtorJustPaid,
  });
}

/** Stores which instalments are paid now; answers those that were not before, and whether one is open again. */
async function markPaid(
  tx: Transaction,
  arrangement: ArrangementRecord,
  plan: FollowedPlan,
): Promise<{ news: ArrangementNews[]; hasReopened: boolean }> {
  const news: ArrangementNews[] = [];
  let hasReopened = false;
  for (const instalment of plan.instalments) {
    const known = arrangement.instalments.find(({ seq }) => seq === instalment.seq)?.paidOn ?? null;
    const paidOn = instalment.state === "paid" ? instalment.paidOn : null;
    if (known === paidOn) continue;
    await tx.instalment.update({
      where: { arrangementId_seq: { arrangementId: arrangement.id, seq: instalment.seq } },
      data: { paidOn: paidOn && toDateColumn(paidOn) },
    });
    if (paidOn === null) hasReopened ||= instalment.open > 0n;
    else if (known === null) {
      news.push({ type: "instalment.paid", data: { instalment: instalmentData(instalment), paidOn } });
    }
  }
  return { news, hasReopened };
}
