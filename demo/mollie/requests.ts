import { z } from "zod";
import { parseDecimal } from "#app/domain/money.ts";
import { problem, type Answer } from "./answers.ts";

export const SMALLEST_AMOUNT = { currency: "EUR", value: "0.01" } as const;
export const LARGEST_IDEAL_AMOUNT = { currency: "EUR", value: "50000.00" } as const;

const LOCALES = (
  "ca_ES cs_CZ da_DK de_AT de_CH de_DE de_LU en_BE en_GB en_NL en_US es_ES fi_FI fr_BE fr_FR fr_LU hu_HU is_IS it_IT " +
  "lt_LT lv_LV nb_NO nl_BE nl_NL pl_PL pt_PT sk_SK sv_SE"
).split(" ");

const amount = z
  .strictObject({
    currency: z.literal("EUR", { error: "The amount contains an invalid currency" }),
    value: z.string({ error: "The amount contains an invalid value" }),
  })
  .superRefine(({ value }, context) => {
    const parsed = parseDecimal(value);
    const message = !parsed.ok
      ? "The amount contains an invalid value: exactly two decimals are needed"
      : parsed.value < 1n
        ? "The amount is lower than the minimum"
        : parsed.value > 5_000_000n
          ? "The amount is higher than the maximum"
          : null;
    if (message !== null) context.addIssue({ code: "custom", message });
  });

const description = z
  .string({ error: "The description is invalid" })
  .min(1, { error: "The description is invalid" })
  .max(255, { error: "The description is too long" });

function address(what: string) {
  return z
    .string()
    .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
      error: `The ${what} is invalid`,
    })
    .nullish();
}

const metadata = z
  .union([z.string(), z.number(), z.record(z.string(), z.unknown()), z.array(z.string()), z.null()])
  .refine((value) => JSON.stringify(value).length <= 1024, { error: "The metadata is larger than 1 kB" })
  .optional();

const locale = z.enum(LOCALES, { error: "The locale is invalid" }).nullish();
const method = z.enum(["ideal", "directdebit"], { error: "The payment method is not enabled in your website profile" });
const methods = z.union([method, z.array(method).min(1)], { error: "The payment method is invalid" }).nullish();
const billingAddress = z.record(z.string(), z.string()).optional();

export const createPaymentRequest = z.strictObject({
  amount,
  description,
  redirectUrl: address("redirect location"),
  cancelUrl: address("cancel location"),
  webhookUrl: address("webhook location"),
  method: methods,
  locale,
  metadata,
  billingAddress,
  shippingAddress: billingAddress,
  issuer: z.string().nullish(),
  sequenceType: z.enum(["oneoff", "first", "recurring"], { error: "The sequence type is invalid" }).optional(),
  customerId: z
    .string()
    .regex(/^cst_.+$/, { error: "The customer id is invalid" })
    .optional(),
  mandateId: z
    .string()
    .regex(/^mdt_.+$/, { error: "The mandate id is invalid" })
    .nullish(),
});

export const updatePaymentRequest = z.strictObject({
  description: description.optional(),
  redirectUrl: address("redirect location"),
  cancelUrl: address("cancel location"),
  webhookUrl: address("webhook location"),
  method: methods,
  locale,
  metadata,
  billingAddress,
  shippingAddress: billingAddress,
});

export const createRefundRequest = z.strictObject({ amount, description: description.optional(), metadata });

export const createCustomerRequest = z.strictObject({
  name: z.string().nullish(),
  email: z.email({ error: "The email address is invalid" }).nullish(),
  locale,
  metadata,
});

export const createMandateRequest = z.strictObject({
  method: z.literal("directdebit", { error: "The mandate method is invalid" }),
  consumerName: z.string({ error: "The consumer name is invalid" }).min(1, { error: "The consumer name is invalid" }),
  consumerAccount: z
    .string({ error: "The consumer account is invalid" })
    .regex(/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/, { error: "The consumer account is invalid" }),
  consumerBic: z.string().nullish(),
  signatureDate: z.iso.date({ error: "The signature date is invalid" }).nullish(),
  mandateReference: z.string().nullish(),
});

/** The request as it should be, or the API's complaint about its first fault: 400 for a field it does not know, else 422 naming the field. */
export function readRequest<T>(schema: z.ZodType<T>, body: unknown): { value: T } | { refused: Answer } {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return { value: parsed.data };
  const issue = parsed.error.issues[0];
  if (issue?.code === "unrecognized_keys") {
    const name = [...issue.path, issue.keys[0] ?? ""].join(".");
    return { refused: problem(400, `Non-existent body parameter "${name}" for this API call.`) };
  }
  const field = issue?.path.join(".") ?? "";
  const missing = issue !== undefined && isMissing(body, issue.path);
  const detail = missing ? `The '${field}' field is missing` : (issue?.message ?? "The request is invalid");
  return { refused: problem(422, detail, field.split(".")[0]) };
}

function isMissing(body: unknown, path: readonly PropertyKey[]): boolean {
  let value = body;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value === undefined;
}
