import { amountOf, reversals } from "./amounts.ts";
import { documentation, halLink, htmlLink } from "./answers.ts";
import { toApiTime } from "./clock.ts";
import { PAYER } from "./customers.ts";
import { isCancelable, isUndecided } from "./payments.ts";
import { qrCode } from "./qr-code.ts";
import type { Simulation } from "./simulation.ts";
import type { Chargeback, Customer, Mandate, Payment, Refund } from "./state.ts";

export type PaymentView = { readonly embed: readonly string[]; readonly include: readonly string[] };

/** A payment as the API shows it. It stays `paid` after refunds and chargebacks: those are amounts and embedded objects. */
export async function paymentBody(
  simulation: Simulation,
  payment: Payment,
  { embed, include }: PaymentView,
): Promise<Record<string, unknown>> {
  const { state, publicUrl } = simulation;
  const { refunded, chargedBack, left } = reversals(state, payment);
  const { currency } = payment.amount;
  const path = `/payments/${payment.id}`;
  const refunds = [...state.refunds.values()].filter(({ paymentId }) => paymentId === payment.id);
  const chargebacks = [...state.chargebacks.values()].filter(({ paymentId }) => paymentId === payment.id);
  const checkout = htmlLink(`${publicUrl}/checkout/${payment.id}`);
  return {
    resource: "payment",
    id: payment.id,
    mode: "test",
    createdAt: toApiTime(payment.createdAt),
    amount: payment.amount,
    description: payment.description,
    ...(payment.method !== null && { method: payment.method }),
    metadata: payment.metadata,
    status: payment.status,
    ...(isUndecided(payment) && { isCancelable: isCancelable(simulation, payment) }),
    ...(payment.locale !== null && { locale: payment.locale }),
    ...(payment.billingAddress !== null && { billingAddress: payment.billingAddress }),
    ...(payment.status === "open" && time("expiresAt", payment.expiresAt)),
    ...time("paidAt", payment.paidAt),
    ...time("canceledAt", payment.canceledAt),
    ...time("expiredAt", payment.expiredAt),
    ...time("failedAt", payment.failedAt),
    ...(payment.paidAt !== null && {
      amountRefunded: amountOf(refunded, currency),
      amountRemaining: amountOf(left, currency),
    }),
    ...(chargedBack > 0n && { amountChargedBack: amountOf(chargedBack, currency) }),
    ...(await details(simulation, payment, include)),
    profileId: payment.profileId,
    sequenceType: payment.sequenceType,
    ...(payment.customerId !== null && { customerId: payment.customerId }),
    ...(payment.mandateId !== null && { mandateId: payment.mandateId }),
    ...(payment.redirectUrl !== null && { redirectUrl: payment.redirectUrl }),
    ...(payment.cancelUrl !== null && { cancelUrl: payment.cancelUrl }),
    ...(payment.webhookUrl !== null && { webhookUrl: payment.webhookUrl }),
    ...(embed.length > 0 && {
      _embedded: {
        ...(embed.includes("refunds") && { refunds: refunds.map(refundBody) }),
        ...(embed.includes("chargebacks") && { chargebacks: chargebacks.map(chargebackBody) }),
      },
    }),
    _links: {
      self: halLink(path),
      ...(payment.status === "open" && { checkout }),
      ...((payment.status === "paid" || payment.sequenceType === "recurring") && { changePaymentState: checkout }),
      dashboard: htmlLink(`${publicUrl}/#${payment.id}`),
      ...(refunds.length > 0 && { refunds: halLink(`${path}/refunds`) }),
      ...(chargebacks.length > 0 && { chargebacks: halLink(`${path}/chargebacks`) }),
      ...(payment.customerId !== null && { customer: halLink(`/customers/${payment.customerId}`) }),
      ...(payment.customerId !== null &&
        payment.mandateId !== null && {
          mandate: halLink(`/customers/${payment.customerId}/mandates/${payment.mandateId}`),
        }),
      ...documentation("get-payment"),
    },
    ...simulation.tampered.get(payment.id),
  };
}

export function refundBody(refund: Refund): Record<string, unknown> {
  return {
    resource: "refund",
    id: refund.id,
    mode: "test",
    amount: refund.amount,
    status: refund.status,
    createdAt: toApiTime(refund.createdAt),
    description: refund.description,
    metadata: refund.metadata,
    paymentId: refund.paymentId,
    _links: {
      self: halLink(`/payments/${refund.paymentId}/refunds/${refund.id}`),
      payment: halLink(`/payments/${refund.paymentId}`),
      ...documentation("get-refund"),
    },
  };
}

export function chargebackBody(chargeback: Chargeback): Record<string, unknown> {
  return {
    resource: "chargeback",
    id: chargeback.id,
    amount: chargeback.amount,
    reason: chargeback.reason,
    paymentId: chargeback.paymentId,
    createdAt: toApiTime(chargeback.createdAt),
    reversedAt: chargeback.reversedAt === null ? null : toApiTime(chargeback.reversedAt),
    _links: {
      self: halLink(`/payments/${chargeback.paymentId}/chargebacks/${chargeback.id}`),
      payment: halLink(`/payments/${chargeback.paymentId}`),
      ...documentation("get-chargeback"),
    },
  };
}

export function customerBody(simulation: Simulation, customer: Customer): Record<string, unknown> {
  const { id, name, email, locale, metadata } = customer;
  return {
    resource: "customer",
    id,
    mode: "test",
    name,
    email,
    locale,
    metadata,
    createdAt: toApiTime(customer.createdAt),
    _links: {
      self: halLink(`/customers/${id}`),
      dashboard: htmlLink(`${simulation.publicUrl}/#${id}`),
      payments: halLink(`/customers/${id}/payments`),
      mandates: halLink(`/customers/${id}/mandates`),
      ...documentation("get-customer"),
    },
  };
}

export function mandateBody(mandate: Mandate): Record<string, unknown> {
  const { id, customerId, method, mandateReference, signatureDate } = mandate;
  const { consumerName, consumerAccount, consumerBic } = mandate;
  return {
    resource: "mandate",
    id,
    mode: "test",
    status: "valid",
    method,
    details: { consumerName, consumerAccount, consumerBic },
    mandateReference,
    signatureDate,
    customerId,
    createdAt: toApiTime(mandate.createdAt),
    _links: {
      self: halLink(`/customers/${customerId}/mandates/${id}`),
      customer: halLink(`/customers/${customerId}`),
      ...documentation("get-mandate"),
    },
  };
}

async function details(
  { publicUrl }: Simulation,
  payment: Payment,
  include: readonly string[],
): Promise<{ details?: unknown }> {
  if (payment.paidAt !== null) return { details: PAYER };
  if (payment.status !== "open" || payment.method !== "ideal" || !include.includes("details.qrCode")) return {};
  return { details: { qrCode: await qrCode(`${publicUrl}/qr/${payment.id}`) } };
}

function time(name: string, epochMs: number | null): Record<string, string> {
  return epochMs === null ? {} : { [name]: toApiTime(epochMs) };
}
