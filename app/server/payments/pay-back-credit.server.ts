import { asCents, type Cents, minus, plus, smallest, sum, ZERO } from "#app/domain/money.ts";
import { type ClaimRecord, lockClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { findPayment } from "./payment-store.server.ts";
import { askForRefund } from "./refund-at-provider.server.ts";
import { refundable, writeRefund } from "./refund-payment.server.ts";

export type PayBackOrder = { readonly creditorId: string; readonly claimId: string; readonly actor: string };

export type PaidBack = {
  /** On its way by the provider. */
  readonly byProvider: Cents;
  /** What the creditor has to pay back itself: it came outside the portal, or the provider refused. */
  readonly left: Cents;
};

/**
 * Pays back what was paid too much on a claim, from its newest payment by the provider on; of a payment of several claims this one's
 * share only. Asking again pays nothing twice.
 */
export async function payBackCredit(services: Services, order: PayBackOrder): Promise<PaidBack> {
  const { refunds, left } = await inTransaction(services.database, (tx) => writeRefunds(tx, services, { ...order, way: "provider" })); // prettier-ignore
  const paidBack = { byProvider: ZERO, left };
  for (const { refundId, amount } of refunds) {
    const part = (await askForRefund(services, refundId)) === "refused" ? "left" : "byProvider";
    paidBack[part] = plus(paidBack[part], amount);
  }
  return paidBack;
}

/**
 * Books that the creditor paid back by itself what was paid too much on a claim and came outside the portal. Answers the
 * amount in cents; again it is zero.
 */
export async function bookCreditPaidBack(services: Services, order: PayBackOrder): Promise<Cents> {
  const { refunds } = await inTransaction(services.database, (tx) => writeRefunds(tx, services, { ...order, way: "outside" })); // prettier-ignore
  return sum(refunds.map(({ amount }) => amount));
}

/** What can be paid back of a claim now, in cents: by the provider, and what the creditor has to pay back itself. */
export async function creditByWay(
  services: Pick<Services, "database" | "clock">,
  claim: ClaimRecord,
): Promise<Readonly<Record<PayBackWay, Cents>>> {
  const { prisma } = services.database;
  const credit = await creditToPayBack(services, claim);
  const provider = sum(
    (await refundsFor(prisma, claim, { most: credit, way: "provider" })).map(({ amount }) => amount),
  );
  const most = minus(credit, provider);
  const outside = sum((await refundsFor(prisma, claim, { most, way: "outside" })).map(({ amount }) => amount));
  return { provider, outside };
}

/** Through the provider, to where it came from; or by the creditor's own transfer, of money that came outside the portal. */
export type PayBackWay = "provider" | "outside";

type Written = { readonly refunds: readonly { refundId: string; amount: Cents }[]; readonly left: Cents };

/** Under the claim's lock, so that of two who ask at once the second sees what the first one took. */
async function writeRefunds(
  tx: Transaction,
  services: Services,
  { creditorId, claimId, actor, way }: PayBackOrder & { readonly way: PayBackWay },
): Promise<Written> {
  const claim = await lockClaim(tx, { creditorId, claimId });
  const credit = claim ? await creditLeft(tx, services, claim) : ZERO;
  const planned = claim ? await refundsOf(tx, claim, credit) : { provider: [], outside: [] };
  const refunds: { refundId: string; amount: Cents }[] = [];
  let left = credit;
  for (const { paymentId, amount } of planned[way]) {
    const refundId = newId("rfd", services.clock.now());
    const written = await writeRefund(tx, services, { creditorId, paymentId, refundId, amount, claimId, actor });
    if (!written.ok) continue;
    left = minus(left, amount);
    refunds.push({ refundId, amount });
  }
  return { refunds, left };
}

type PlannedRefund = { readonly paymentId: string; readonly amount: Cents };

const together = (refunds: readonly PlannedRefund[]): Cents => sum(refunds.map(({ amount }) => amount));

/** How a credit goes back: as far as it can by the provider, the rest by the creditor itself. */
async function refundsOf(
  tx: Transaction,
  claim: ClaimRecord,
  credit: Cents,
): Promise<Readonly<Record<PayBackWay, readonly PlannedRefund[]>>> {
  const provider = await refundsFor(tx, claim, { most: credit, way: "provider" });
  const outside = await refundsFor(tx, claim, { most: minus(credit, together(provider)), way: "outside" });
  return { provider, outside };
}

/** From which payments of a claim so much would go back, from the newest on. */
async function refundsFor(
  tx: Transaction,
  { id: claimId, creditorId }: ClaimRecord,
  { most, way }: { readonly most: Cents; readonly way: PayBackWay },
): Promise<readonly PlannedRefund[]> {
  const provider = way === "provider" ? { not: null } : null;
  const payments = await tx.payment.findMany({
    where: { creditorId, status: "paid", provider, parts: { some: { claimId } } },
    orderBy: [{ paidAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  const refunds: PlannedRefund[] = [];
  let left = most;
  for (const { id: paymentId } of payments) {
    const payment = left > ZERO ? await findPayment(tx, { id: paymentId }) : null;
    const amount = payment ? smallest(left, await refundable(tx, payment, claimId)) : ZERO;
    if (amount === ZERO) continue;
    left = minus(left, amount);
    refunds.push({ paymentId, amount });
  }
  return refunds;
}

/** What was paid too much on a claim, less refunds of its payments that the books do not have yet. */
export async function creditToPayBack(
  services: Pick<Services, "database" | "clock">,
  claim: ClaimRecord,
): Promise<Cents> {
  return creditLeft(services.database.prisma, services, claim);
}

async function creditLeft(tx: Transaction, services: Pick<Services, "clock">, claim: ClaimRecord): Promise<Cents> {
  const { id: claimId, creditorId } = claim;
  const { credit } = await claimStatement(tx, claim, services.clock.today());
  const { _sum } = await tx.refund.aggregate({
    where: {
      creditorId,
      status: { in: ["creating", "pending"] },
      payment: { parts: { some: { claimId } } },
      // One that names no claim may take its money from this one.
      OR: [{ claimId }, { claimId: null }],
    },
    _sum: { amount: true },
  });
  return minus(credit, smallest(credit, asCents(_sum.amount ?? 0n)));
}
