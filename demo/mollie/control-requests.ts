import { z } from "zod";
import { faultSchema } from "./faults.ts";
import { webhookModeSchema } from "./webhooks.ts";

const paymentId = z.string();
const amount = z.strictObject({ currency: z.string(), value: z.string().regex(/^\d+\.\d{2}$/) });
const nothing = z.strictObject({});

/** What each act of the control takes; by HTTP it is the JSON body of `POST /control/<name>`. */
export const controlRequests = {
  payments: nothing,
  payment: z.strictObject({ paymentId }),
  /** Any status, whatever it was before; `afterMs` makes it pending until then. `paidAt` is RFC 3339. */
  setStatus: z.strictObject({
    paymentId,
    status: z.enum(["open", "pending", "paid", "canceled", "expired", "failed"]),
    paidAt: z.iso.datetime({ offset: true }).optional(),
    afterMs: z.number().int().nonnegative().optional(),
  }),
  /** As made in Mollie's dashboard; without an amount all that is left; more than was paid is allowed. */
  refund: z.strictObject({
    paymentId,
    amount: amount.optional(),
    status: z.enum(["queued", "pending", "processing", "refunded", "failed"]).default("refunded"),
  }),
  setRefundStatus: z.strictObject({
    refundId: z.string(),
    status: z.enum(["queued", "pending", "processing", "refunded", "failed", "canceled"]),
  }),
  chargeback: z.strictObject({
    paymentId,
    amount: amount.optional(),
    reason: z
      .strictObject({ code: z.string(), description: z.string() })
      .default({ code: "MD06", description: "Refund request by end customer" }),
  }),
  reverseChargeback: z.strictObject({ chargebackId: z.string() }),
  /** Sends the payment's webhook now, `copies` at the same time. */
  notify: z.strictObject({ paymentId, copies: z.number().int().positive().max(1_000).default(1) }),
  /** What GET shows otherwise than it is; empty fields put the truth back. */
  tamper: z.strictObject({
    paymentId,
    fields: z.strictObject({
      amount: amount.optional(),
      profileId: z.string().optional(),
      mode: z.enum(["live", "test"]).optional(),
      status: z.string().optional(),
      metadata: z.unknown().optional(),
    }),
  }),
  addFault: faultSchema,
  clearFaults: nothing,
  setWebhooks: webhookModeSchema,
  notices: nothing,
  releaseNotices: z.strictObject({ order: z.union([z.literal("reverse"), z.array(z.string())]).optional() }),
  idle: nothing,
  requests: nothing,
  clearRequests: nothing,
  setClockOffset: z.strictObject({ ms: z.number().int() }),
  advanceClock: z.strictObject({ ms: z.number().int() }),
  setCancelable: z.strictObject({ cancelable: z.boolean() }),
  /** As in Mollie's dashboard: from then on the API refuses the key, and what it made stays. */
  withdrawKey: z.strictObject({ apiKey: z.string() }),
  reset: nothing,
} as const;

export type ControlRequests = typeof controlRequests;
export type ControlName = keyof ControlRequests;
export type ControlInput<Name extends ControlName> = z.input<ControlRequests[Name]>;
