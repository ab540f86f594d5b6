import { asCents } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { accountOf, checkAgainstAttempt } from "./check-against-attempt.server.ts";
import { nextCheck } from "./check-schedule.server.ts";
import { isCheckoutAddress, isQrSource } from "./checkout-address.server.ts";
import type { PaymentProvider, PaymentSequence, ProviderFailure, ProviderPayment } from "./payment-provider.server.ts";
import { closeParts } from "./payment-state.server.ts";
import { attemptOf, type StoredPayment } from "./payment-store.server.ts";
import { quarantinePayment } from "./quarantine-payment.server.ts";

export type CreateFailure =
  /** The provider said no, or something we cannot use; the attempt is over. */
  | { readonly kind: "provider_refused"; readonly field: string | null }
  /** It may or may not have happened. The attempt stays, and the worker finds out. */
  | { readonly kind: "provider_silent"; readonly paymentId: string };

/**
 * Asks the provider for the payment of an attempt that is stored as `creating`, and stores the answer. `repeated` says
 * that it was asked before: then a refusal does not prove that there is no payment, and the worker looks for it.
 */
export async function createAtProvider(
  services: Services,
  provider: PaymentProvider,
  { attempt, repeated }: { attempt: StoredPayment; repeated: boolean },
): Promise<Result<{ paymentId: string }, CreateFailure>> {
  const paymentId = attempt.id;
  const sequence = await sequenceOf(services, provider, attempt);
  if (!sequence.ok) return err({ kind: "provider_silent", paymentId });
  const created = await provider.create({
    attemptId: attempt.id,
    amount: asCents(attempt.amount),
    description: await descriptionOf(services, attempt),
    method: attempt.method,
    language: attempt.language,
    returnUrl: attempt.returnId && new URL(`/return/${attempt.returnId}`, services.config.baseUrl).href,
    sequence: sequence.value,
    noticeUrl: new URL(`/hooks/mollie/${attempt.id}`, services.config.baseUrl).href,
  });
  crashPoint("pay:answered");
  if (created.ok) return storeCreated(services, attempt, created.value);
  const failure = created.error;
  if (failure.kind !== "refused") return err({ kind: "provider_silent", paymentId });
  services.log.warn({ paymentId, status: failure.status, field: failure.field }, "provider refused a payment");
  if (!repeated) await abandonPayment(services, attempt);
  return err({ kind: "provider_refused", field: failure.field });
}

/** A first payment needs a customer that the mandate belongs to; it is made once, before the payment. */
async function sequenceOf(
  services: Services,
  provider: PaymentProvider,
  { sequence, creditorId, arrangement }: StoredPayment,
): Promise<Result<PaymentSequence, ProviderFailure>> {
  const mandate = arrangement?.mandate;
  if (sequence === "oneoff" || !mandate) return ok({ type: "oneoff" });
  const { id, status, customerId, mandateId } = mandate;
  // Taken back since the debtor chose it: then this is a payment by itself.
  if (sequence === "first" && status !== "pending") return ok({ type: "oneoff" });
  if (sequence === "recurring") {
    if (customerId === null || mandateId === null) throw new Error(`mandate ${id} was never given`);
    return ok({ type: sequence, customerId, mandateId });
  }
  if (customerId !== null) return ok({ type: sequence, customerId });
  const customer = await provider.createCustomer(id);
  if (!customer.ok) return customer;
  await services.database.prisma.directDebitMandate.updateMany({
    where: { id, creditorId, customerId: null },
    data: { customerId: customer.value.customerId },
  });
  return ok({ type: sequence, customerId: customer.value.customerId });
}

/** What the debtor reads on the bank statement: the references of the claims and the creditor, never who pays. */
async function descriptionOf(services: Services, attempt: StoredPayment): Promise<string> {
  const claims = await services.database.prisma.claim.findMany({
    where: { creditorId: attempt.creditorId, id: { in: attempt.parts.map((part) => part.claimId) } },
    orderBy: { id: "asc" },
    select: { paymentReference: true },
  });
  return [...claims.map((claim) => claim.paymentReference), attempt.creditor.name].join(" ").slice(0, 255);
}

async function storeCreated(
  services: Services,
  attempt: StoredPayment,
  seen: ProviderPayment,
): Promise<Result<{ paymentId: string }, CreateFailure>> {
  const { production } = services.config;
  const mismatch = checkAgainstAttempt(attemptOf(attempt), seen);
  const collected = attempt.sequence === "recurring";
  const reachable = seen.checkoutUrl !== null && isCheckoutAddress(seen.checkoutUrl, { production });
  if (mismatch || (!collected && !reachable)) {
    services.log.error(
      { paymentId: attempt.id, reason: mismatch?.reason ?? "checkout" },
      "provider's answer is unusable",
    );
    await abandonPayment(services, attempt, seen);
    if (mismatch) await quarantinePayment(services, { attempt, seen, mismatch });
    return err({ kind: "provider_refused", field: null });
  }
  const now = services.clock.now();
  // A notice may have come first and told more; then this answer is old news.
  await services.database.prisma.payment.updateMany({
    where: { id: attempt.id, status: "creating" },
    data: {
      status: "open",
      providerId: seen.providerId,
      providerAccount: accountOf(seen),
      checkoutUrl: collected ? null : seen.checkoutUrl,
      qrSource: seen.qrSource !== null && isQrSource(seen.qrSource) ? seen.qrSource : null,
      expiresAt: seen.expiresAt,
      checkAt: nextCheck({ paid: false, openAtProvider: true, createdAt: attempt.createdAt, now }),
    },
  });
  return ok({ paymentId: attempt.id });
}

/**
 * Ends an attempt of which no payment came. With `seen`, one did come and is only kept under its id, should money arrive.
 * Changes nothing when somebody asked the provider again since the attempt was read.
 */
export async function abandonPayment(
  services: Services,
  attempt: StoredPayment,
  seen?: ProviderPayment,
): Promise<void> {
  const now = services.clock.now();
  const { id, checkAt, createdAt } = attempt;
  const found = seen && { providerId: seen.providerId, providerAccount: attempt.providerAccount ?? accountOf(seen) };
  const next = found ? nextCheck({ paid: false, openAtProvider: true, createdAt, now }) : null;
  await inTransaction(services.database, async (tx) => {
    const abandoned = await tx.payment.updateMany({
      where: { id, checkAt, providerId: null, status: "creating" },
      data: { ...found, checkAt: next, status: "abandoned", endedAt: now },
    });
    if (abandoned.count > 0) return closeParts(tx, id);
    await tx.payment.updateMany({ where: { id, checkAt, providerId: null }, data: { ...found, checkAt: next } });
  });
}
