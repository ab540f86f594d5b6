import { z } from "zod";
import { CLAIM_STATUSES } from "#app/domain/claim.ts";
import { INTAKE_WARNINGS } from "#app/domain/intake-check.ts";
import { PAUSE_REASONS } from "#app/domain/pause.ts";
import { PREFERRED_CHANNELS } from "#app/domain/preferred-channel.ts";
import {
  claimBodySchema,
  collectionCostsInput,
  collectionCostsSchema,
  debtorSchema,
  invoiceSchema,
  moneySchema,
} from "#app/server/claims/claim-body.server.ts";
import { daySchema, EXAMPLE_IDS, idSchema, timeSchema } from "./shared-schemas.server.ts";
import { statementSchema } from "./statement-schema.server.ts";

const { reference, kind, interest } = claimBodySchema.shape;

export const claimStatus = z.enum(CLAIM_STATUSES);

const claimFields = {
  reference,
  kind,
  status: claimStatus,
  description: z.string(),
  interest: interest.unwrap(),
  collectionCosts: collectionCostsSchema,
  metadata: z.record(z.string(), z.string()),
};

export const claimSchema = z
  .strictObject({
    id: idSchema("claim"),
    ...claimFields,
    debtor: z.strictObject({
      id: idSchema("debtor"),
      ...debtorSchema.shape,
      language: z.string(),
      channel: z
        .enum(PREFERRED_CHANNELS)
        .meta({ description: "How the debtor asked to hear from you; `phone`: by a call. Absent: each way will do." })
        .optional(),
    }),
    invoices: z.array(z.strictObject({ id: idSchema("invoice"), ...invoiceSchema.shape, description: z.string() })),
    paymentReference: z.string().meta({ description: "ISO 11649: what a bank transfer carries.", example: "RF18539007547034" }), // prettier-ignore
    pause: z
      .strictObject({
        reason: z
          .enum(PAUSE_REASONS)
          .meta({ description: "`creditor`: your own. The others are what the debtor said." }),
        until: daySchema.nullable().meta({ description: "The last day, included; null: until somebody ends it." }),
        startedOn: daySchema,
      })
      .nullable()
      .meta({ description: "Why and until when it rests." }),
    createdAt: timeSchema,
    updatedAt: timeSchema,
  })
  .meta({ id: "Claim" });

export type ClaimJson = z.infer<typeof claimSchema>;

export const warningSchema = z
  .strictObject({
    path: z.string(),
    code: z.enum(INTAKE_WARNINGS),
    message: z.string(),
    allowed: moneySchema.optional(),
  })
  .meta({ id: "Warning", description: "Something to think about; it refuses nothing." });

export type WarningJson = z.infer<typeof warningSchema>;

export const registeredClaimSchema = z
  .strictObject({ ...claimSchema.shape, warnings: z.array(warningSchema) })
  .meta({ id: "RegisteredClaim" });

/** A claim that was only tried: as it was sent, named by its own references, with what it would come to today. */
export const triedClaimSchema = z
  .strictObject({
    dryRun: z.literal(true),
    ...claimFields,
    collectionCosts: collectionCostsInput,
    debtor: debtorSchema,
    invoices: z.array(invoiceSchema),
    statement: statementSchema,
    warnings: z.array(warningSchema),
  })
  .meta({ id: "TriedClaim" });

export const CLAIM_BODY_EXAMPLE = {
  reference: "2026-00123",
  kind: "consumer",
  description: "Kinderopvang mei",
  debtor: {
    reference: "K-991",
    type: "person",
    name: "J. de Vries",
    email: "j@example.nl",
    phone: "+31612345678",
    language: "nl",
    address: { street: "Dorpsstraat", houseNumber: "1", postalCode: "1234AB", city: "Ons Dorp", country: "NL" },
  },
  invoices: [
    { number: "F-1", issuedOn: "2026-04-30", dueOn: "2026-05-30", amount: { currency: "EUR", value: "120.00" }, description: "mei" }, // prettier-ignore
  ],
  interest: { type: "statutory" },
  collectionCosts: { type: "statutory", noticeDeliveredOn: "2026-06-20" },
  metadata: {},
} as const;

export const CLAIM_EXAMPLE = {
  ...CLAIM_BODY_EXAMPLE,
  id: EXAMPLE_IDS.claim,
  status: "open",
  debtor: { id: EXAMPLE_IDS.debtor, ...CLAIM_BODY_EXAMPLE.debtor },
  invoices: [{ id: EXAMPLE_IDS.invoice, ...CLAIM_BODY_EXAMPLE.invoices[0] }],
  paymentReference: "RF18539007547034",
  pause: null,
  createdAt: "2026-11-22T10:15:00.000Z",
  updatedAt: "2026-11-22T10:15:00.000Z",
} as const;
