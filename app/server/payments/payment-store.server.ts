import { asCents, type Cents } from "#app/domain/money.ts";
import { type ClaimRecord, lockClaim } from "#app/server/claims/claim-record.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Prisma } from "#app/server/platform/prisma/client.ts";
import type { Attempt } from "./check-against-attempt.server.ts";
import type { BookedFact, PaymentShare } from "./payment-facts.server.ts";

const columns = {
  id: true,
  creditorId: true,
  debtorId: true,
  status: true,
  provider: true,
  providerId: true,
  providerAccount: true,
  method: true,
  amount: true,
  language: true,
  quotedOn: true,
  returnId: true,
  checkoutUrl: true,
  qrSource: true,
  reference: true,
  createdAt: true,
  expiresAt: true,
  paidAt: true,
  endedAt: true,
  checkAt: true,
  sequence: true,
  arrangementId: true,
  instalmentSeq: true,
  arrangement: { select: { mandate: { select: { id: true, status: true, customerId: true, mandateId: true } } } },
  parts: { select: { claimId: true, amount: true, invoiceIds: true, open: true }, orderBy: { claimId: "asc" } },
  creditor: { select: { id: true, name: true, mollieApiKey: true, mollieProfileId: true } },
} satisfies Prisma.PaymentSelect;

export type StoredPayment = NonNullable<Awaited<ReturnType<typeof findPayment>>>;

type Key = { id: string } | { providerId: string } | { returnId: string };

/** A payment by our own id, the provider's, or the id in the address the bank returns to. */
export function findPayment(tx: Transaction, where: Key) {
  return tx.payment.findUnique({ where: where as { id: string }, select: columns });
}

/** A payment of this debtor with this creditor; anybody else's is as absent as one that never was. */
export function findDebtorPayment(tx: Transaction, scope: { creditorId: string; debtorId: string; paymentId: string }) {
  const { creditorId, debtorId, paymentId } = scope;
  return tx.payment.findFirst({ where: { id: paymentId, creditorId, debtorId }, select: columns });
}

/** Locks every claim of a payment, in the one order that everybody keeps to. */
export async function lockClaims(tx: Transaction, payment: StoredPayment): Promise<ClaimRecord[]> {
  const claims: ClaimRecord[] = [];
  for (const claimId of payment.parts.map((part) => part.claimId).sort()) {
    const claim = await lockClaim(tx, { creditorId: payment.creditorId, claimId });
    if (!claim) throw new Error(`payment ${payment.id} names a claim that is not its creditor's`);
    claims.push(claim);
  }
  return claims;
}

/** As `findPayment`, and holds the payment until the transaction ends. Taken after the locks of its claims. */
export async function lockPayment(tx: Transaction, paymentId: string): Promise<StoredPayment> {
  await tx.$queryRaw`SELECT id FROM payment WHERE id = ${paymentId} FOR UPDATE`;
  const payment = await findPayment(tx, { id: paymentId });
  if (!payment) throw new Error(`payment ${paymentId} vanished`);
  return payment;
}

/** Whether money may still come of it as far as our own record goes. */
export function isUnderWay(payment: Pick<StoredPayment, "status">): boolean {
  return payment.status === "open" || payment.status === "creating";
}

export function sharesOfPayment(payment: Pick<StoredPayment, "parts">): PaymentShare[] {
  return payment.parts.map(({ claimId, amount, invoiceIds }) => ({ claimId, amount: asCents(amount), invoiceIds }));
}

export function shareOfClaim(payment: Pick<StoredPayment, "parts">, claimId: string): Cents {
  const part = payment.parts.find((candidate) => candidate.claimId === claimId);
  return asCents(part?.amount ?? 0n);
}

/** What a payment at the provider must agree with to be this attempt's. */
export function attemptOf(payment: StoredPayment): Attempt {
  const { id, amount, providerAccount, creditor } = payment;
  return { id, amount: asCents(amount), providerAccount, profileId: creditor.mollieProfileId };
}

/** What the ledgers already say of a payment, over all claims it was for. */
export async function bookedFacts(tx: Transaction, paymentId: string): Promise<BookedFact[]> {
  const rows = await tx.ledgerEntry.findMany({
    where: { paymentId },
    orderBy: { sequence: "asc" },
    select: { claimId: true, factKey: true, type: true, amount: true },
  });
  return rows.map((row) => ({ ...row, amount: asCents(row.amount) }));
}
