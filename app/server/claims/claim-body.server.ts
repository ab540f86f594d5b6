import { z } from "zod";
import { calendarDay } from "./calendar-day.server.ts";

/** The claim as a creditor sends it: `POST /api/v1/claims`, a row of an import, or what a UBL invoice says. */

const line = (max: number) => z.string().trim().min(1).max(max);

export const moneySchema = z
  .strictObject({
    currency: z.literal("EUR", { error: "must be EUR" }),
    value: z.string().regex(/^(0|[1-9]\d{0,8})\.\d{2}$/, "must be an amount in euro with exactly two decimals, such as 120.00"),
  })
  .meta({ id: "Money" }); // prettier-ignore

export const addressSchema = z
  .strictObject({
    street: line(120),
    houseNumber: line(20).optional(),
    addition: line(120).optional(),
    postalCode: line(16),
    city: line(80),
    country: z.string().regex(/^[A-Z]{2}$/, "must be a country code of two capitals, such as NL"),
  })
  .meta({ id: "Address" });

export const debtorSchema = z
  .strictObject({
    reference: line(64).optional(),
    type: z.enum(["person", "company"]),
    name: line(140),
    email: z.email().max(254).optional(),
    phone: z.string().regex(/^\+[1-9]\d{6,14}$/, "must be an international number such as +31612345678").optional(),
    language: z
      .string()
      .regex(/^[a-z]{2}$/, "must be a language code such as nl")
      .meta({ description: "Of pages, mails and PDFs: `nl`, `en`, `de`, `fr`, `pl`, `tr`, `ar` or `uk`. Any other is kept, and spoken to in Dutch. Left out: pages follow the browser, mails and letters your own language." })
      .optional(),
    companyNumber: line(40).optional(),
    address: addressSchema.optional(),
  })
  .meta({ id: "Debtor" }); // prettier-ignore

export const invoiceSchema = z
  .strictObject({
    number: line(64),
    issuedOn: calendarDay,
    dueOn: calendarDay,
    amount: moneySchema,
    description: z.string().trim().max(500).optional(),
  })
  .meta({ id: "Invoice" });

const delivered = { noticeDeliveredOn: calendarDay.optional() };
const deliveredOrSent = {
  ...delivered,
  noticeSentOn: calendarDay.optional().meta({
    description: "In place of `noticeDeliveredOn`, of a letter by post: delivered when the law presumes it was.",
  }),
};

function costsSchema<Notice extends z.ZodRawShape>(notice: Notice) {
  return z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("statutory"), ...notice }),
    z.strictObject({ type: z.literal("fixed"), amount: moneySchema, ...notice }),
    z.strictObject({ type: z.literal("none") }),
  ]);
}

/** As a claim has it: what was sent by post has its day of delivery. */
export const collectionCostsSchema = costsSchema(delivered);

/** As a creditor hands it in. */
export const collectionCostsInput = costsSchema(deliveredOrSent).refine(
  (costs) => costs.type === "none" || costs.noticeSentOn === undefined || costs.noticeDeliveredOn === undefined,
  { path: ["noticeSentOn"], error: "must be absent when `noticeDeliveredOn` is there" },
);

const percent = z.string().regex(/^(0|[1-9]\d{0,1})(\.\d{1,4})?$/, "must be a percentage such as 6.00");

export const claimBodySchema = z
  .strictObject({
    reference: line(64),
    kind: z.enum(["consumer", "commercial"]),
    description: z.string().trim().max(500).optional(),
    debtor: debtorSchema,
    invoices: z.array(invoiceSchema).min(1).max(200),
    interest: z
      .discriminatedUnion("type", [
        z.strictObject({ type: z.literal("statutory") }),
        z.strictObject({ type: z.literal("contractual"), ratePercent: percent }),
        z.strictObject({ type: z.literal("none") }),
      ])
      .default({ type: "statutory" }),
    collectionCosts: collectionCostsInput.default({ type: "statutory" }),
    metadata: z.record(z.string().max(64), z.string().max(500)).default({}),
  })
  .meta({ id: "ClaimBody" });

export type ClaimBody = z.infer<typeof claimBodySchema>;
