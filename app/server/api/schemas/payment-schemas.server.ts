import { z } from "zod";
import { calendarDay } from "#app/server/claims/calendar-day.server.ts";
import { moneySchema } from "#app/server/claims/claim-body.server.ts";
import { allocationSchema, amountText, daySchema, EXAMPLE_IDS, idSchema, timeSchema } from "./shared-schemas.server.ts";

export const PAYMENT_STATUSES = ["open", "paid", "failed", "cancelled", "expired"] as const;

export const outsidePaymentSchema = z
  .strictObject({
    amount: moneySchema,
    receivedOn: calendarDay,
    method: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "must be a word in small letters such as bank_transfer or cash"),
    reference: z.string().trim().min(1).max(140).optional(),
  })
  .meta({ id: "OutsidePayment" });

export const paymentSchema = z
  .strictObject({
    id: idSchema("payment"),
    status: z.enum(PAYMENT_STATUSES),
    method: z.string().meta({ example: "bank_transfer" }),
    amount: moneySchema,
    amountRefunded: moneySchema,
    amountChargedBack: moneySchema,
    receivedOn: z.string().nullable().meta({ format: "date", description: "The day that counts for interest.", example: "2026-11-20" }), // prettier-ignore
    reference: z.string().optional(),
    providerId: z.string().optional().meta({ description: "Id at the payment provider.", example: "tr_7UhSN1zuXS" }),
    allocation: z.union([allocationSchema, z.null()]).meta({ description: "Over all its claims; null while nothing came." }), // prettier-ignore
    claims: z.array(
      z.strictObject({
        id: idSchema("claim"),
        reference: z.string(),
        amount: moneySchema,
        allocation: z.union([allocationSchema, z.null()]),
      }),
    ),
    mismatches: z
      .array(z.strictObject({ of: z.string(), expected: z.string(), received: z.string(), seenAt: timeSchema }))
      .meta({
        description:
          "Where the provider says something else than was asked: `amount`, `currency`, `account` or `attempt`. Nothing of that is booked. `unseen`: the provider does not know the payment any more, with whatever key; what was booked before stays.",
      }),
    createdAt: timeSchema,
    paidAt: z.string().nullable().meta({ format: "date-time" }),
  })
  .meta({ id: "Payment" });

export type PaymentJson = z.infer<typeof paymentSchema>;

export const creditBodySchema = z
  .strictObject({
    amount: moneySchema,
    reason: z.string().trim().min(1).max(500),
    invoice: z.string().min(1).max(80).optional().meta({
      description: "Id of the invoice, or `ref:` and its number. Absent: the claim as a whole, the oldest invoice first.",
      example: "ref:F-1",
    }),
  })
  .meta({ id: "CreditBody" }); // prettier-ignore

export const creditSchema = z
  .strictObject({
    id: z.string().meta({ example: "crn_01kaghtw0078v5w3drzqyj9c2x" }),
    claim: idSchema("claim"),
    amount: moneySchema,
    reason: z.string(),
    invoice: z.string().nullable().meta({ example: EXAMPLE_IDS.invoice }),
    creditedOn: daySchema,
    allocation: allocationSchema,
    open: amountText.meta({ description: "What is open on the claim today." }),
    credit: amountText.meta({ description: "What the debtor has paid too much." }),
  })
  .meta({ id: "Credit" });

const ALLOCATION = { costs: "40.00", vat: "0.00", interest: "2.31", principal: "7.69", credit: "0.00" };

export const PAYMENT_EXAMPLE = {
  id: EXAMPLE_IDS.payment,
  status: "paid",
  method: "bank_transfer",
  amount: { currency: "EUR", value: "50.00" },
  amountRefunded: { currency: "EUR", value: "0.00" },
  amountChargedBack: { currency: "EUR", value: "0.00" },
  receivedOn: "2026-11-22",
  reference: "2026-11-22/17",
  allocation: ALLOCATION,
  claims: [
    { id: EXAMPLE_IDS.claim, reference: "2026-00123", amount: { currency: "EUR", value: "50.00" }, allocation: ALLOCATION }, // prettier-ignore
  ],
  mismatches: [],
  createdAt: "2026-11-22T10:15:00.000Z",
  paidAt: "2026-11-22T00:00:00.000Z",
};

export const refundSchema = z
  .strictObject({
    id: idSchema("refund"),
    payment: idSchema("payment"),
    amount: moneySchema,
    status: z
      .enum(["creating", "pending", "refunded"])
      .meta({ description: "`creating`: the provider has not answered yet; it is asked again." }),
  })
  .meta({ id: "Refund" });

export const REFUND_EXAMPLE = {
  id: EXAMPLE_IDS.refund,
  payment: EXAMPLE_IDS.payment,
  amount: { currency: "EUR", value: "12.50" },
  status: "pending",
};
