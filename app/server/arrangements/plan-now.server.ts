import { type FollowedPlan, followPlan, type Received } from "#app/domain/arrangement/follow-plan.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { INTEREST_RATES } from "#app/domain/law/interest-rates.ts";
import { keptOf, type LedgerEntry, paymentHistories } from "#app/domain/ledger.ts";
import { type Cents, plus, sum, ZERO } from "#app/domain/money.ts";
import { type Statement, statementAsOf } from "#app/domain/statement.ts";
import type { ClaimRecord } from "#app/server/claims/claim-record.server.ts";
import { loadLedger } from "#app/server/claims/ledger-store.server.ts";
import { toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { ArrangementRecord } from "./arrangement-record.server.ts";

/** A plan as the ledgers of its claims see it on a day, with what is open on each claim. */
export type PlanNow = {
  readonly plan: FollowedPlan;
  readonly statements: ReadonlyMap<string, Statement>;
  /** What came for the plan on each claim and was kept, in cents. */
  readonly paidOn: ReadonlyMap<string, Cents>;
};

/**
 * Follows an accepted arrangement through the ledgers. Money counts for the plan when it was booked after acceptance and
 * came on that day or later; a claim that the creditor closed asks nothing any more. Of one that has ended nothing counts
 * that was booked afterwards.
 */
export async function planNow(
  tx: Transaction,
  { arrangement, claims, today }: { arrangement: ArrangementRecord; claims: readonly ClaimRecord[]; today: LocalDate },
): Promise<PlanNow> {
  const ledgers = new Map<string, LedgerEntry[]>();
  const afterwards = await bookedAfterTheEnd(tx, arrangement);
  for (const claim of claims) {
    const entries = await loadLedger(tx, claim);
    const known = entries.filter(({ factKey }) => !afterwards.has(`${claim.id} ${factKey}`));
    ledgers.set(claim.id, known);
  }
  const counted = await paymentsSinceAcceptance(tx, arrangement);
  const statements = new Map(
    claims.map(({ id, terms }) => {
      const entries = ledgers.get(id) ?? [];
      return [id, statementAsOf({ terms, entries, asOf: today, rates: INTEREST_RATES })] as const;
    }),
  );
  const asked = claims.filter(({ status }) => status !== "closed");
  const receivedBy = claims.map(
    ({ id }) => [id, receivedOn(ledgers.get(id) ?? [], (factKey) => counted.has(`${id} ${factKey}`))] as const,
  );
  const received = receivedBy.flatMap(([, receipts]) => receipts);
  const plan = followPlan({
    instalments: arrangement.instalments,
    received: received.sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0)),
    open: sum(asked.map(({ id }) => statements.get(id)?.open ?? ZERO)),
    discount: plus(arrangement.waivedCosts, arrangement.discount),
    today,
    extraPayments: arrangement.policy.extraPayments,
  });
  const paidOn = new Map(receivedBy.map(([id, receipts]) => [id, sum(receipts.map(({ amount }) => amount))]));
  return { plan, statements, paidOn };
}

async function paymentsSinceAcceptance(tx: Transaction, arrangement: ArrangementRecord): Promise<ReadonlySet<string>> {
  const { creditorId, claimIds, acceptedAt, acceptedOn } = arrangement;
  if (acceptedAt === null || acceptedOn === null) return new Set();
  const rows = await tx.ledgerEntry.findMany({
    where: {
      creditorId,
      claimId: { in: [...claimIds] },
      type: "payment",
      bookedAt: { gte: acceptedAt },
      valueDate: { gte: toDateColumn(acceptedOn) },
    },
    select: { claimId: true, factKey: true },
  });
  return new Set(rows.map(({ claimId, factKey }) => `${claimId} ${factKey}`));
}

async function bookedAfterTheEnd(tx: Transaction, arrangement: ArrangementRecord): Promise<ReadonlySet<string>> {
  const { creditorId, claimIds, endedAt } = arrangement;
  if (endedAt === null) return new Set();
  const rows = await tx.ledgerEntry.findMany({
    where: { creditorId, claimId: { in: [...claimIds] }, bookedAt: { gt: endedAt } },
    select: { claimId: true, factKey: true },
  });
  return new Set(rows.map(({ claimId, factKey }) => `${claimId} ${factKey}`));
}

function receivedOn(entries: readonly LedgerEntry[], counts: (factKey: string) => boolean): Received[] {
  return paymentHistories(entries).flatMap(({ payment, reversals }) => {
    const amount: Cents = keptOf(payment, reversals);
    return counts(payment.factKey) && !payment.unasked && amount > 0n ? [{ on: payment.valueDate, amount }] : [];
  });
}
