import { asCents, type Cents, minus, plus, smallest, ZERO } from "#app/domain/money.ts";
import { type ClaimRecord, findClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { findPayment } from "./payment-store.server.ts";
import { refundable, refundPayment } from "./refund-payment.server.ts";

export type PaidBack = {
  /** On its way by the provider. */
  readonly byProvider: Cents;
  /** What the creditor has to pay back itself: it came outside the portal, or the provider refused. */
  readonly left: Cents;
};

/**
 * Pays back what was paid too much on a claim, from its newest payment by the provider on. `cause` names why, such as a
 * dispute: the same cause pays a payment back once.
 */
export async function payBackCredit(
  services: Services,
  order: { readonly creditorId: string; readonly claimId: string; readonly cause: string; readonly actor: string },
): Promise<PaidBack> {
  const { creditorId, claimId, cause, actor } = order;
  const { prisma } = services.database;
  const claim = await findClaim(prisma, { creditorId, claimId });
  let left = claim ? await creditToPayBack(services, claim) : ZERO;
  let byProvider = ZERO;
  const payments = await prisma.payment.findMany({
    where: { creditorId, status: "paid", provider: { not: null }, parts: { some: { claimId } } },
    orderBy: [{ paidAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  for (const { id: paymentId } of payments) {
    const payment = left > ZERO ? await findPayment(prisma, { id: paymentId }) : null;
    const amount = payment ? smallest(left, await refundable(prisma, payment)) : ZERO;
    if (amount === ZERO) continue;
    const refundId = derivedId("rfd", `${cause} ${paymentId}`);
    const started = await refundPayment(services, { creditorId, paymentId, refundId, amount, actor });
    if (!started.ok) continue;
    left = minus(left, amount);
    byProvider = plus(byProvider, amount);
  }
  return { byProvider, left };
}

/** What was paid too much on a claim, less refunds of its payments that the books do not have yet. */
export async function creditToPayBack(
  services: Pick<Services, "database" | "clock">,
  claim: ClaimRecord,
): Promise<Cents> {
  const { prisma } = services.database;
  const { id: claimId, creditorId } = claim;
  const { credit } = await claimStatement(prisma, claim, services.clock.today());
  const { _sum } = await prisma.refund.aggregate({
    where: { creditorId, status: { in: ["creating", "pending"] }, payment: { parts: { some: { claimId } } } },
    _sum: { amount: true },
  });
  return minus(credit, smallest(credit, asCents(_sum.amount ?? 0n)));
}
