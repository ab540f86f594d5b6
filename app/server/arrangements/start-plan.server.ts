import { notBefore } from "#app/domain/arrangement/schedule.ts";
import { type ArrangementAct, transition } from "#app/domain/arrangement/arrangement-state.ts";
import { INTEREST_RATES } from "#app/domain/law/interest-rates.ts";
import type { WaiverEntry } from "#app/domain/ledger.ts";
import { sum, toDecimal } from "#app/domain/money.ts";
import { type Statement, statementAsOf } from "#app/domain/statement.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import type { ClaimRecord } from "#app/server/claims/claim-record.server.ts";
import { claimStatements } from "#app/server/claims/claim-statement.server.ts";
import { followLedger } from "#app/server/claims/follow-ledger.server.ts";
import { refreshClaimStatus } from "#app/server/claims/refresh-claim-status.server.ts";
import { book, loadLedger } from "#app/server/claims/ledger-store.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { appendArrangementEvents } from "./arrangement-events.server.ts";
import { findArrangement, type LockedArrangement } from "./arrangement-record.server.ts";
import { freezeInterest, holdCosts } from "./claim-holds.server.ts";
import { awaitMandate } from "./mandate.server.ts";
import { nextCheck } from "./next-check.server.ts";
import { planTotalOf } from "./open-amounts.server.ts";
import { planNow } from "./plan-now.server.ts";

export type Acceptance = {
  readonly act: Extract<ArrangementAct, "accept_by_policy" | "accept_by_creditor" | "accept_by_debtor">;
  readonly by: "policy" | "creditor" | "debtor";
  readonly actor: string;
};

/**
 * Makes the newest offer the plan: from today it runs, its claims are arranged, and interest and costs stand still as the
 * policy says. Where the open amount has changed since the offer, the plan follows from its end. The caller holds the
 * claims and checked that something is open.
 */
export async function startPlan(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { locked, acceptance }: { locked: LockedArrangement; acceptance: Acceptance },
): Promise<void> {
  const { arrangement, claims } = locked;
  const { id, creditorId, policy, offer } = arrangement;
  const moved = transition(arrangement.status, acceptance.act);
  if (!moved.ok) throw new Error(`arrangement ${id} is ${arrangement.status}: it cannot be accepted`);
  const at = services.clock.now();
  const today = services.clock.today();
  const statements = await claimStatements(tx, claims, today);
  const { discount: waivedCosts } = planTotalOf(policy, statements);

  await tx.instalment.createMany({
    data: notBefore(offer.schedule, today).map(({ seq, dueOn, amount }) => ({
      arrangementId: id,
      creditorId,
      seq,
      dueOn: toDateColumn(dueOn),
      originalDueOn: toDateColumn(dueOn),
      amount,
    })),
  });
  await tx.arrangement.update({
    where: { id },
    data: {
      status: moved.value,
      decidedBy: acceptance.actor,
      acceptedOn: toDateColumn(today),
      acceptedAt: at,
      acceptedTotal: sum(statements.map(({ open }) => open)),
      waivedCosts,
      decideBefore: null,
      validUntil: null,
    },
  });
  await awaitMandate(tx, services, arrangement);
  await holdCosts(tx, arrangement, today);
  if (policy.interestDuringArrangement !== "continue") await freezeInterest(tx, arrangement, today);
  for (const [index, claim] of claims.entries()) {
    const before = statements[index];
    if (before === undefined) continue;
    const held = { ...claim, status: await refreshClaimStatus(tx, claim, at) };
    if (policy.interestDuringArrangement === "waive") await waiveInterest(tx, services, { claim: held, before, id });
  }
  await scheduleChecks(tx, services, { creditorId, arrangementId: id, claims });
  const total = toDecimal(sum(offer.schedule.map(({ amount }) => amount)));
  const news = { type: "arrangement.accepted" as const, data: { by: acceptance.by } };
  await appendArrangementEvents(tx, arrangement, { news: [news], at });
  appendAudit(tx, creditorId, { at, actor: acceptance.actor, action: "arrangement.accepted", subject: id, data: { total, version: arrangement.version } }); // prettier-ignore
  crashPoint("plan:before-commit");
}

/** Interest that is open on acceptance is given up, on the day itself, by a ledger entry that names the arrangement. */
async function waiveInterest(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { claim, before, id }: { claim: ClaimRecord; before: Statement; id: string },
): Promise<void> {
  if (before.interest.open === 0n) return;
  const at = services.clock.now();
  const entry: WaiverEntry = {
    type: "interest_waived",
    factKey: `${id}:interest_waived`,
    valueDate: before.asOf,
    sequence: 0,
    amount: before.interest.open,
  };
  await book(tx, claim, { at, bookings: [{ entry, reason: id }] });
  const entries = await loadLedger(tx, claim);
  const after = statementAsOf({ terms: claim.terms, entries, asOf: before.asOf, rates: INTEREST_RATES });
  await appendEvents(tx, claim.id, await followLedger(tx, claim, { before, after, at }));
}

/** Sets when the worker looks at a plan next, from how it stands now. */
export async function scheduleChecks(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { creditorId, arrangementId, claims }: { creditorId: string; arrangementId: string; claims: readonly ClaimRecord[] },
): Promise<void> {
  const arrangement = await findArrangement(tx, { creditorId, arrangementId });
  if (!arrangement) return;
  const today = services.clock.today();
  const { plan } = await planNow(tx, { arrangement, claims, today });
  const { policy, lastLetterOn } = arrangement;
  const checkAt = nextCheck({ plan, policy, lastLetterOn, today });
  await tx.arrangement.update({ where: { id: arrangementId }, data: { checkAt } });
}
