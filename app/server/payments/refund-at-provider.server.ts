import { asCents } from "#app/domain/money.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { ProviderPayment, ProviderRefund } from "./payment-provider.server.ts";
import { findPayment, type StoredPayment } from "./payment-store.server.ts";
import { storeNotice } from "./receive-notice.server.ts";

/** How long the provider is given before the worker looks what became of a refund. */
export const FOUND_OUT_AFTER_MS = 60_000;

/**
 * Asks the provider for a refund that is stored as `creating`. Its id is the key, so that asking again makes no second
 * one; whether it is there already is looked up first, because the provider forgets keys.
 */
export async function askForRefund(services: Services, refundId: string): Promise<"made" | "refused" | "silent"> {
  const { prisma } = services.database;
  const refund = await prisma.refund.findUnique({ where: { id: refundId } });
  const payment = refund && (await findPayment(prisma, { id: refund.paymentId }));
  const provider = payment && services.providers.of(payment.creditor);
  if (!refund || refund.status !== "creating" || !provider || payment.providerId === null) return "silent";
  const seen = await provider.fetch(payment.providerId);
  if (!seen.ok) return "silent";
  const there = seen.value.refunds.find((one) => one.refundId === refundId);
  if (there) {
    await inTransaction(services.database, (tx) => noteRefund(tx, services, { payment, refundId, seen: there }));
    return "made";
  }
  const made = await provider.refund({
    providerId: payment.providerId,
    refundId,
    amount: asCents(refund.amount),
    description: await descriptionOf(services, payment),
  });
  crashPoint("refund:answered");
  if (made.ok) {
    await inTransaction(services.database, (tx) => noteRefund(tx, services, { payment, refundId, seen: made.value }));
    // What it means for the books, the provider is asked about the payment itself.
    await storeNotice(services, { providerId: payment.providerId, attemptId: null });
    return "made";
  }
  if (made.error.kind !== "refused") return "silent";
  services.log.warn({ refundId, status: made.error.status, field: made.error.field }, "provider refused a refund");
  const at = services.clock.now();
  await prisma.refund.updateMany({
    where: { id: refundId, status: "creating" },
    data: { status: "failed", endedAt: at, checkAt: null },
  });
  return "refused";
}

/** Of the refunds of a payment that are for one of its claims: which. */
export async function refundClaims(
  tx: Transaction,
  { id: paymentId, creditorId }: Pick<StoredPayment, "id" | "creditorId">,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.refund.findMany({
    where: { paymentId, creditorId, claimId: { not: null } },
    select: { id: true, claimId: true },
  });
  return new Map(rows.flatMap(({ id, claimId }) => (claimId === null ? [] : [[id, claimId]])));
}

/** Lets the refunds of a payment follow what the provider says of them. */
export async function followRefunds(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { payment, seen }: { payment: Pick<StoredPayment, "id" | "creditorId">; seen: ProviderPayment },
): Promise<void> {
  for (const refund of seen.refunds) {
    if (refund.refundId !== null) await noteRefund(tx, services, { payment, refundId: refund.refundId, seen: refund });
  }
}

async function noteRefund(
  tx: Transaction,
  services: Pick<Services, "clock">,
  {
    payment,
    refundId,
    seen,
  }: { payment: Pick<StoredPayment, "id" | "creditorId">; refundId: string; seen: ProviderRefund },
): Promise<void> {
  const { id: providerId, status } = seen;
  const ended = status === "pending" ? null : services.clock.now();
  await tx.refund.updateMany({
    where: { id: refundId, paymentId: payment.id, creditorId: payment.creditorId, status: { not: status } },
    data: { status, providerId, endedAt: ended, checkAt: null },
  });
}

/** What who paid reads on the bank statement: the references of the claims, never who they are. */
async function descriptionOf(services: Services, { creditorId, creditor, parts }: StoredPayment): Promise<string> {
  const claims = await services.database.prisma.claim.findMany({
    where: { creditorId, id: { in: parts.map((part) => part.claimId) } },
    orderBy: { id: "asc" },
    select: { paymentReference: true },
  });
  return [...claims.map((claim) => claim.paymentReference), creditor.name].join(" ").slice(0, 140);
}
