import { reversals, centsOf } from "./amounts.ts";
import { createId, type Simulation } from "./simulation.ts";
import type { Amount, Chargeback, Payment, PaymentStatus, Refund, RefundStatus } from "./state.ts";
import { mandateAfterFirstPayment } from "./customers.ts";

/** How long an iDEAL payment stays open. */
const IDEAL_MINUTES = 15;

export type NewPayment = Pick<Payment, "amount" | "description" | "sequenceType"> &
  Partial<
    Pick<
      Payment,
      | "redirectUrl"
      | "cancelUrl"
      | "webhookUrl"
      | "method"
      | "locale"
      | "metadata"
      | "billingAddress"
      | "customerId"
      | "mandateId"
    >
  >;

export function createPayment(simulation: Simulation, profileId: string, wanted: NewPayment): Payment {
  const now = simulation.clock.now();
  const byDirectDebit = wanted.sequenceType === "recurring";
  const payment: Payment = {
    redirectUrl: null,
    cancelUrl: null,
    webhookUrl: null,
    locale: null,
    metadata: null,
    billingAddress: null,
    customerId: null,
    mandateId: null,
    ...wanted,
    id: createId("tr"),
    profileId,
    createdAt: now,
    method: byDirectDebit ? "directdebit" : (wanted.method ?? null),
    status: byDirectDebit ? "pending" : "open",
    planned: null,
    expiresAt: byDirectDebit ? null : now + IDEAL_MINUTES * 60_000,
    paidAt: null,
    canceledAt: null,
    expiredAt: null,
    failedAt: null,
  };
  simulation.state.payments.set(payment.id, payment);
  simulation.changed();
  return payment;
}

/** Puts a payment in a status, whatever it was in, and calls the webhook as Mollie does: not for open and pending. */
export function changeStatus(
  simulation: Simulation,
  { payment, status, at }: { payment: Payment; status: PaymentStatus; at: number },
): void {
  payment.status = status;
  payment.planned = null;
  if (status === "open" || status === "pending") {
    simulation.changed();
    return;
  }
  payment[`${status}At`] = at;
  if (status === "paid") {
    payment.method ??= "ideal";
    payment.mandateId ??= mandateAfterFirstPayment(simulation, payment, at)?.id ?? null;
  }
  simulation.notify(payment, status);
  simulation.changed();
}

/** The payer's bank takes its time: pending now, and paid at `at`, or when somebody says so. */
export function planStatus(
  simulation: Simulation,
  { payment, status, at }: { payment: Payment; status: PaymentStatus; at: number | null },
): void {
  payment.status = "pending";
  payment.planned = { status, at };
  simulation.changed();
}

export function isUndecided(payment: Payment): boolean {
  return payment.status === "open" || payment.status === "pending";
}

/** Whether DELETE is allowed: an undecided direct debit always is, an open iDEAL payment by the setting. */
export function isCancelable(simulation: Simulation, payment: Payment): boolean {
  if (payment.method === "directdebit") return payment.status === "pending";
  return payment.status === "open" && simulation.settings.cancelable;
}

export function createRefund(
  simulation: Simulation,
  {
    payment,
    amount,
    status,
    description,
    metadata,
  }: { payment: Payment; amount: Amount; status: RefundStatus; description?: string; metadata?: unknown },
): Refund {
  const now = simulation.clock.now();
  const { refundAfterMs } = simulation.settings;
  const refund: Refund = {
    id: createId("re"),
    profileId: payment.profileId,
    paymentId: payment.id,
    createdAt: now,
    amount,
    description: description ?? payment.description,
    metadata: metadata ?? null,
    status,
    refundedFrom: status === "pending" && refundAfterMs !== null ? now + refundAfterMs : null,
  };
  simulation.state.refunds.set(refund.id, refund);
  if (isTold(status)) simulation.notify(payment, "refund");
  simulation.changed();
  return refund;
}

export function changeRefundStatus(
  simulation: Simulation,
  { refund, status }: { refund: Refund; status: RefundStatus },
): void {
  refund.status = status;
  refund.refundedFrom = null;
  const payment = simulation.state.payments.get(refund.paymentId);
  if (payment && isTold(status)) simulation.notify(payment, "refund");
  simulation.changed();
}

function isTold(status: RefundStatus): boolean {
  return status === "processing" || status === "refunded" || status === "failed";
}

export function createChargeback(
  simulation: Simulation,
  { payment, amount, reason }: { payment: Payment; amount: Amount; reason: Chargeback["reason"] },
): Chargeback {
  const chargeback: Chargeback = {
    id: createId("chb"),
    profileId: payment.profileId,
    paymentId: payment.id,
    createdAt: simulation.clock.now(),
    amount,
    reason,
    reversedAt: null,
  };
  simulation.state.chargebacks.set(chargeback.id, chargeback);
  simulation.notify(payment, "chargeback");
  simulation.changed();
  return chargeback;
}

export function reverseChargeback(simulation: Simulation, chargeback: Chargeback): void {
  if (chargeback.reversedAt !== null) return;
  chargeback.reversedAt = simulation.clock.now();
  const payment = simulation.state.payments.get(chargeback.paymentId);
  if (payment) simulation.notify(payment, "chargeback");
  simulation.changed();
}

/** Whether `amount` can still be refunded of `payment`. */
export function canRefund(simulation: Simulation, payment: Payment, amount: Amount): boolean {
  return payment.paidAt !== null && centsOf(amount) <= reversals(simulation.state, payment).left;
}

/** Does what has become due by now: expiry, planned outcomes, refunds under way. */
export function settleDue(simulation: Simulation): void {
  const now = simulation.clock.now();
  for (const payment of simulation.state.payments.values()) {
    if (payment.status === "open" && payment.expiresAt !== null && payment.expiresAt <= now) {
      changeStatus(simulation, { payment, status: "expired", at: payment.expiresAt });
    }
    const { planned } = payment;
    if (planned && planned.at !== null && planned.at <= now) {
      changeStatus(simulation, { payment, status: planned.status, at: planned.at });
    }
  }
  for (const refund of simulation.state.refunds.values()) {
    if (refund.refundedFrom !== null && refund.refundedFrom <= now) {
      changeRefundStatus(simulation, { refund, status: "refunded" });
    }
  }
}

/** When `settleDue` next has work. */
export function nextSettlement(simulation: Simulation): number | null {
  let next = Number.POSITIVE_INFINITY;
  for (const payment of simulation.state.payments.values()) {
    if (payment.status === "open") next = Math.min(next, payment.expiresAt ?? next);
    next = Math.min(next, payment.planned?.at ?? next);
  }
  for (const refund of simulation.state.refunds.values()) next = Math.min(next, refund.refundedFrom ?? next);
  return Number.isFinite(next) ? next : null;
}
