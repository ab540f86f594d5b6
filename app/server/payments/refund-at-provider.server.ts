import { asCents } from "#app/domain/money.ts";
import type { ClaimRecord } from "#app/server/claims/claim-record.server.ts";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { failRefund } from "./fail-refund.server.ts";
import type { ProviderPayment, ProviderRefund } from "./payment-provider.server.ts";
import { findPayment, lockClaims, lockPayment, type StoredPayment } from "./payment-store.server.ts";
import { providerOfPayment } from "./provider-of-payment.server.ts";
import { quarantineUnseen } from "./quarantine-unseen.server.ts";
import { storeNotice } from "./receive-notice.server.ts";

/** How long the provider is given before the worker looks what became of a refund. */
export const FOUND_OUT_AFTER_MS = 60_000;

/** When to look first whether a refund that the provider took on is still there: nobody tells when one is cancelled. */
const FIRST_LOOK_AFTER_MS = 60 * 60_000;

/**
 * Asks the provider for a refund that is stored as `creating`. Its id is the key, so that asking again makes no second
 * one; whether it is there already is looked up first, because the provider forgets keys.
 */
export async function askForRefund(services: Services, refundId: string): Promise<"made" | "refused" | "silent"> {
  const { prisma } = services.database;
  const refund = await prisma.refund.findUnique({ where: { id: refundId } });
  const payment = refund && (await findPayment(prisma, { id: refund.paymentId }));
  const provider = payment && providerOfPayment(services, payment.creditor);
  if (!refund || refund.status !== "creating" || !provider || payment.providerId === null) return "silent";
  const seen = await provider.fetch(payment.providerId);
  if (!seen.ok) {
    if (seen.error.kind === "not_found") await noteUnseen(services, { payment, askedAt: refund.createdAt });
    return "silent";
  }
  const there = seen.value.refunds.find((one) => one.refundId === refundId);
  if (there) {
    await noteAnswer(services, { payment, refundId, seen: there });
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
    await noteAnswer(services, { payment, refundId, seen: made.value });
    // What it means for the books, the provider is asked about the payment itself.
    await storeNotice(services, { providerId: payment.providerId, attemptId: null });
    return "made";
  }
  if (made.error.kind !== "refused") return "silent";
  services.log.warn({ refundId, status: made.error.status, field: made.error.field }, "provider refused a refund");
  await endFailed(services, { payment, refundId });
  return "refused";
}

/** A payment that is not found at once may be found later, once a key is put right: after as long as a notice is tried. */
const UNSEEN_AFTER_MS = 4 * 60 * 60_000;

/** Tells the creditor of a refund that can neither be made nor be followed: no key sees its payment. What became of it is not known. */
export async function noteUnseen(
  services: Services,
  { payment, askedAt }: { payment: StoredPayment; askedAt: Date },
): Promise<void> {
  if (services.clock.now().getTime() - askedAt.getTime() < UNSEEN_AFTER_MS) return;
  await quarantineUnseen(services, payment);
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
  services: Pick<Services, "clock" | "config">,
  { payment, claims, seen }: { payment: StoredPayment; claims: readonly ClaimRecord[]; seen: ProviderPayment },
): Promise<void> {
  for (const refund of seen.refunds) {
    const { refundId } = refund;
    if (refundId !== null) await noteRefund(tx, services, { payment, claims, refundId, seen: refund });
  }
}

type SeenRefund = { readonly payment: StoredPayment; readonly refundId: string; readonly seen: ProviderRefund };

function noteAnswer(services: Services, { payment, refundId, seen }: SeenRefund): Promise<void> {
  return inTransaction(services.database, async (tx) => {
    const claims = await lockClaims(tx, payment);
    await noteRefund(tx, services, { payment: await lockPayment(tx, payment.id), claims, refundId, seen });
  });
}

/** Ends a refund that the provider refused, or that was there and is not any more. */
export function endFailed(
  services: Services,
  { payment, refundId }: { payment: StoredPayment; refundId: string },
): Promise<void> {
  return inTransaction(services.database, async (tx) => {
    const claims = await lockClaims(tx, payment);
    await failRefund(tx, services, { payment: await lockPayment(tx, payment.id), claims, refundId });
  });
}

async function noteRefund(
  tx: Transaction,
  services: Pick<Services, "clock" | "config">,
  { payment, claims, refundId, seen }: SeenRefund & { readonly claims: readonly ClaimRecord[] },
): Promise<void> {
  const { id: providerId, status } = seen;
  const now = services.clock.now();
  const own = { id: refundId, paymentId: payment.id, creditorId: payment.creditorId };
  if (status === "pending") {
    // Only of one that was being made: an answer that comes late opens nothing that has ended.
    const checkAt = new Date(now.getTime() + FIRST_LOOK_AFTER_MS);
    await tx.refund.updateMany({ where: { ...own, status: "creating" }, data: { status, providerId, checkAt } });
    return;
  }
  await tx.refund.updateMany({ where: { ...own, providerId: null }, data: { providerId } });
  if (status === "failed") await failRefund(tx, services, { payment, claims, refundId });
  await tx.refund.updateMany({
    where: { ...own, status: { not: status } },
    data: { status, endedAt: now, checkAt: null },
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
