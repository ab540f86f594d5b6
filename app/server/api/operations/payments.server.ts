import { z } from "zod";
import { moneySchema } from "#app/server/claims/claim-body.server.ts";
import { defineOperation } from "../api-operation.server.ts";
import {
  creditBodySchema,
  creditSchema,
  outsidePaymentSchema,
  PAYMENT_EXAMPLE,
  paymentSchema,
  REFUND_EXAMPLE,
  refundSchema,
} from "../schemas/payment-schemas.server.ts";
import { claimParam, EXAMPLE_IDS, idParam } from "../schemas/shared-schemas.server.ts";

const tag = "Payments";

export const createPayment = defineOperation({
  id: "createPayment",
  method: "POST",
  path: "/claims/{claim}/payments",
  tag,
  summary: "Record money that came outside the portal",
  description:
    "Counts for the day it was received. Costs that are due are paid first, then interest, then principal (BW 6:44); what is more than the open amount becomes credit of the debtor. A second payment with the reference, amount and day of an earlier one is refused as the same.",
  scope: "payments:write",
  params: claimParam,
  body: {
    kind: "json",
    schema: outsidePaymentSchema,
    example: { amount: { currency: "EUR", value: "50.00" }, receivedOn: "2026-11-22", method: "bank_transfer", reference: "2026-11-22/17" }, // prettier-ignore
  },
  answers: { 201: { description: "Booked; `allocation` says where it went.", schema: paymentSchema, example: PAYMENT_EXAMPLE } }, // prettier-ignore
  problems: ["not_found", "payment_already_recorded", "amount_not_positive", "amount_too_large", "currency_not_eur", "received_in_future", "received_before_first_invoice"], // prettier-ignore
  location: ({ id }) => `/payments/${id}`,
});

export const getPayment = defineOperation({
  id: "getPayment",
  method: "GET",
  path: "/payments/{payment}",
  tag,
  summary: "Get a payment",
  scope: "payments:read",
  params: z.strictObject({ payment: idParam("payment") }),
  answers: { 200: { description: "The payment.", schema: paymentSchema, example: PAYMENT_EXAMPLE } },
  problems: ["not_found"],
});

export const createRefund = defineOperation({
  id: "createRefund",
  method: "POST",
  path: "/payments/{payment}/refunds",
  tag,
  summary: "Pay a payment back, or a part of it",
  description:
    "Through the payment provider to the account that it came from; `payment.refunded` follows once the money has gone, or, with `refund.status` `cancelled`, once it is clear that it will not go. Of money that came outside the portal you pay it back yourself, and this books it. At most what is left of the payment.",
  scope: "payments:write",
  params: z.strictObject({ payment: idParam("payment") }),
  body: {
    kind: "json",
    schema: z.strictObject({ amount: moneySchema }).meta({ id: "RefundBody" }),
    example: { amount: { currency: "EUR", value: "12.50" } },
  },
  answers: { 201: { description: "On its way, or booked.", schema: refundSchema, example: REFUND_EXAMPLE } },
  problems: ["not_found", "payment_not_paid", "provider_off", "provider_refused", "refund_exceeds_payment", "amount_not_positive", "amount_too_large", "currency_not_eur"], // prettier-ignore
});

export const createCredit = defineOperation({
  id: "createCredit",
  method: "POST",
  path: "/claims/{claim}/credits",
  tag,
  summary: "Reduce a claim",
  description:
    "Books a credit note of today: the principal first, of the invoice when one is named. What was paid already becomes credit of the debtor, so more than the open principal is allowed, up to all that was charged and not credited before.",
  scope: "claims:write",
  params: claimParam,
  body: {
    kind: "json",
    schema: creditBodySchema,
    example: { amount: { currency: "EUR", value: "20.00" }, reason: "Twee dagen niet geweest", invoice: "ref:F-1" },
  },
  answers: {
    201: {
      description: "Booked.",
      schema: creditSchema,
      example: {
        id: "crn_01kaghtw0078v5w3drzqyj9c2x",
        claim: EXAMPLE_IDS.claim,
        amount: { currency: "EUR", value: "20.00" },
        reason: "Twee dagen niet geweest",
        invoice: EXAMPLE_IDS.invoice,
        creditedOn: "2026-11-22",
        allocation: { costs: "0.00", vat: "0.00", interest: "0.00", principal: "20.00", credit: "0.00" },
        open: "142.31",
        credit: "0.00",
      },
    },
  },
  problems: ["not_found", "invoice_not_found", "credit_exceeds_principal", "amount_not_positive", "amount_too_large", "currency_not_eur"], // prettier-ignore
});
