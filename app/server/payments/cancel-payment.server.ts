import { err, ok, type Result } from "#app/domain/result.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { closeParts } from "./payment-state.server.ts";
import {
  findDebtorPayment,
  findPayment,
  isUnderWay,
  lockClaims,
  lockPayment,
  type StoredPayment,
} from "./payment-store.server.ts";
import { providerOfPayment } from "./provider-of-payment.server.ts";
import { appendFailedEvents, settleAttempt, settlePayment } from "./settle-payment.server.ts";

export type CancelFailure =
  | { readonly kind: "unknown_payment" }
  /** The money was on its way already: there is nothing to cancel any more. */
  | { readonly kind: "already_paid" };

/**
 * Ends a payment that the debtor does not want to go on with, so that another can be started. The provider is asked to
 * take no money for it any more; where it does not allow that, a payment made after all is still booked.
 */
export async function cancelPayment(
  services: Services,
  debtor: { readonly creditorId: string; readonly debtorId: string },
  paymentId: string,
): Promise<Result<{ paymentId: string }, CancelFailure>> {
  const { prisma } = services.database;
  const attempt = await findDebtorPayment(prisma, { ...debtor, paymentId });
  if (!attempt) return err({ kind: "unknown_payment" });
  if (isUnderWay(attempt)) {
    await cancelAtProvider(services, attempt);
    await endAsCancelled(services, attempt);
  }
  const ended = await findDebtorPayment(prisma, { ...debtor, paymentId });
  return ended?.status === "paid" ? err({ kind: "already_paid" }) : ok({ paymentId });
}

/**
 * Cancels at the provider what a debtor had begun to pay on a claim that nothing is asked for any more. What cannot be
 * cancelled there goes on, so that nobody who pays after all reads that it was stopped. Collections end by themselves.
 */
export async function cancelAttemptsOfClaim(
  services: Services,
  { creditorId, claimId }: { readonly creditorId: string; readonly claimId: string },
): Promise<void> {
  const { prisma } = services.database;
  const underWay = await prisma.payment.findMany({
    where: { creditorId, status: "open", sequence: { not: "recurring" }, parts: { some: { claimId } } },
    orderBy: { id: "asc" },
    select: { id: true },
  }); // prettier-ignore
  for (const { id } of underWay) {
    const attempt = await findPayment(prisma, { id });
    if (attempt) await cancelAtProvider(services, attempt);
  }
}

async function cancelAtProvider(services: Services, attempt: StoredPayment): Promise<void> {
  const { providerId } = attempt;
  const provider = providerId === null ? null : providerOfPayment(services, attempt.creditor);
  if (!provider || providerId === null) return;
  const cancelled = await provider.cancel(providerId);
  if (cancelled.ok) await settleAttempt(services, attempt, cancelled.value);
  // It may refuse because the debtor has just paid.
  else if (cancelled.error.kind === "refused") await settlePayment(services, { providerId, attemptId: null });
}

/** The worker goes on asking about it as planned: the debtor may still have the bank's page open. */
async function endAsCancelled(services: Services, attempt: StoredPayment): Promise<void> {
  const now = services.clock.now();
  await inTransaction(services.database, async (tx) => {
    await lockClaims(tx, attempt);
    const payment = await lockPayment(tx, attempt.id);
    if (!isUnderWay(payment)) return;
    const data = { status: "cancelled", endedAt: now, checkoutUrl: null, qrSource: null } as const;
    await tx.payment.update({ where: { id: payment.id }, data });
    await closeParts(tx, payment.id);
    await appendFailedEvents(tx, payment, { reason: "cancelled", at: now });
  });
}
