import { asCents, type Cents, minus, plus, smallest, ZERO } from "#app/domain/money.ts";
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
  const { refunds, left } = await inTransaction(services.database, (tx) => writeRefunds(tx, services, order));
  const paidBack = { byProvider: ZERO, left };
  for (const { refundId, amount } of refunds) {
    const part = (await askForRefund(services, refundId)) === "refused" ? "left" : "byProvider";
    paidBack[part] = plus(paidBack[part], amount);
  }
  return paidBack;
}

/** Under the claim's lock, so that of two who ask at once the second sees what the first one took. */
async function writeRefunds(
  tx: Transaction,
  services: Services,
  { creditorId, claimId, actor }: PayBackOrder,
): Promise<{ readonly refunds: readonly { refundId: string; amount: Cents }[]; readonly left: Cents }> {
  const claim = await lockClaim(tx, { creditorId, claimId });
  let left = claim ? await creditLeft(tx, services, claim) : ZERO;
  const refunds: { refundId: string; amount: Cents }[] = [];
  const payments = await tx.payment.findMany({
    where: { creditorId, status: "paid", provider: { not: null }, parts: { some: { claimId } } },
    orderBy: [{ paidAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  for (const { id: paymentId } of payments) {
    const payment = left > ZERO ? await findPayment(tx, { id: paymentId }) : null;
    const amount = payment ? smallest(left, await refundable(tx, payment, claimId)) : ZERO;
    if (amount === ZERO) continue;
    const refundId = newId("rfd", services.clock.now());
    const written = await writeRefund(tx, services, { creditorId, paymentId, refundId, amount, claimId, actor });
    if (!written.ok) continue;
    left = minus(left, amount);
    refunds.push({ refundId, amount });
  }
  return { refunds, left };
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
