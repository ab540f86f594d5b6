import { asCents, type Cents, largest, minus, smallest, sum, toDecimal, ZERO } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { bookOutsideRefund } from "./book-outside-refund.server.ts";
import { type BookedFact, moneyBack } from "./payment-facts.server.ts";
import {
  bookedFacts,
  findPayment,
  lockClaims,
  lockPayment,
  sharesOfPayment,
  type StoredPayment,
} from "./payment-store.server.ts";
import { providerOfPayment } from "./provider-of-payment.server.ts";
import { askForRefund, FOUND_OUT_AFTER_MS } from "./refund-at-provider.server.ts";

export type RefundOrder = {
  readonly creditorId: string;
  readonly paymentId: string;
  /** Made by the caller: the same id again is the same refund. */
  readonly refundId: string;
  readonly amount: Cents;
  /** The claim whose money it is, of a payment for several; without it the last share is taken first. */
  readonly claimId?: string;
  readonly actor: string;
};

export type RefundRefusal =
  | { readonly kind: "payment_not_found" | "payment_not_paid" | "provider_off" | "provider_refused" }
  /** More than is left of the payment. */
  | { readonly kind: "refund_exceeds_payment"; readonly allowed: Cents };

export type StartedRefund = { readonly refundId: string; readonly status: "creating" | "pending" | "refunded" };

/**
 * Pays back a payment, or a part of it: at most what came in, less what went back and what is on its way back. Through the
 * provider the money is booked once the provider says that it has gone; of money that came outside the portal the creditor
 * paid it back itself, and it is booked now. The same id twice is one refund.
 */
export async function refundPayment(
  services: Services,
  order: RefundOrder,
): Promise<Result<StartedRefund, RefundRefusal>> {
  const written = await inTransaction(services.database, (tx) => writeRefund(tx, services, order));
  if (!written.ok) return written;
  const { payment, status } = written.value;
  if (payment.provider === null || status !== "creating") return ok({ refundId: order.refundId, status });
  crashPoint("refund:row-written");
  const asked = await askForRefund(services, order.refundId);
  if (asked === "refused") return err({ kind: "provider_refused" });
  return ok({ refundId: order.refundId, status: asked === "made" ? "pending" : "creating" });
}

/** Stores a refund that is allowed; the provider is asked for it afterwards. The same id again answers what it has become. */
export async function writeRefund(
  tx: Transaction,
  services: Services,
  { creditorId, paymentId, refundId, amount, claimId, actor }: RefundOrder,
): Promise<Result<{ payment: StoredPayment; status: StartedRefund["status"] }, RefundRefusal>> {
  const found = await findPayment(tx, { id: paymentId });
  if (found?.creditorId !== creditorId) return err({ kind: "payment_not_found" });
  const claims = await lockClaims(tx, found);
  const payment = await lockPayment(tx, paymentId);
  const known = await tx.refund.findFirst({ where: { id: refundId, creditorId }, select: { status: true } });
  if (known)
    return known.status === "failed" ? err({ kind: "provider_refused" }) : ok({ payment, status: known.status });
  if (payment.status !== "paid") return err({ kind: "payment_not_paid" });
  if (payment.provider !== null && providerOfPayment(services, payment.creditor) === null)
    return err({ kind: "provider_off" });
  const allowed = await refundable(tx, payment, claimId);
  if (amount > allowed) return err({ kind: "refund_exceeds_payment", allowed });

  const at = services.clock.now();
  const outside = payment.provider === null;
  await tx.refund.create({
    data: {
      id: refundId,
      creditorId,
      paymentId,
      claimId: claimId ?? null,
      amount,
      actor,
      status: outside ? "refunded" : "creating",
      createdAt: at,
      endedAt: outside ? at : null,
      checkAt: outside ? null : new Date(at.getTime() + FOUND_OUT_AFTER_MS),
    },
  });
  if (outside) await bookOutsideRefund(tx, services, { payment, claims, refundId, amount, firstFrom: claimId });
  appendAudit(tx, creditorId, { at, actor, action: "payment.refund_asked", subject: refundId, data: { payment: paymentId, amount: toDecimal(amount) } }); // prettier-ignore
  return ok({ payment, status: outside ? "refunded" : "creating" });
}

/**
 * What is left of a payment, less refunds that are on their way and not booked yet; with a claim, at most what is left of its
 * share.
 */
export async function refundable(tx: Transaction, payment: StoredPayment, claimId?: string): Promise<Cents> {
  const { id: paymentId, creditorId } = payment;
  const under = await tx.refund.findMany({
    where: { paymentId, creditorId, status: { in: ["creating", "pending"] } },
    select: { amount: true, claimId: true },
  });
  const booked = await bookedFacts(tx, paymentId);
  const free = (share: Cents, facts: readonly BookedFact[], onTheirWay: readonly { amount: bigint }[]): Cents => {
    const { refunded, chargedBack } = moneyBack(facts);
    const left = asCents(share - refunded - chargedBack);
    return largest(ZERO, minus(left, sum(onTheirWay.map(({ amount }) => asCents(amount)))));
  };
  const ofAll = free(asCents(payment.amount), booked, under);
  if (claimId === undefined) return ofAll;
  const share = sharesOfPayment(payment).find((one) => one.claimId === claimId)?.amount ?? ZERO;
  const facts = booked.filter((fact) => fact.claimId === claimId);
  // One that names no claim may come out of this share.
  const own = under.filter((refund) => refund.claimId === null || refund.claimId === claimId);
  return smallest(ofAll, free(share, facts, own));
}
