import { z } from "zod";
import { CLAIM_STATUSES } from "#app/domain/claim.ts";
import { INTAKE_PROBLEMS } from "#app/domain/intake-check.ts";
import { calendarDay } from "#app/server/claims/calendar-day.server.ts";
import { claimBodySchema, debtorSchema } from "#app/server/claims/claim-body.server.ts";
import { defineOperation } from "../api-operation.server.ts";
import { cursorSchema, limitSchema } from "../paging.server.ts";
import {
  CLAIM_BODY_EXAMPLE,
  CLAIM_EXAMPLE,
  claimSchema,
  registeredClaimSchema,
  triedClaimSchema,
} from "../schemas/claim-schemas.server.ts";
import { claimParam, pageSchema, timeInput } from "../schemas/shared-schemas.server.ts";
import { STATEMENT_EXAMPLE, statementSchema } from "../schemas/statement-schema.server.ts";

const tag = "Claims";

export const createClaim = defineOperation({
  id: "createClaim",
  method: "POST",
  path: "/claims",
  tag,
  summary: "Create a claim",
  description:
    "Checked against the law before it is taken in: what may not be asked is refused with the amount allowed. The same body again answers 200 with the claim that is there, and changes nothing. With `dryRun=true` everything is checked and nothing is stored.",
  scope: "claims:write",
  query: z.strictObject({
    dryRun: z.enum(["true", "false"]).default("false").meta({ description: "`true` only tries." }),
  }),
  body: { kind: "json", schema: claimBodySchema, example: CLAIM_BODY_EXAMPLE },
  answers: {
    200: {
      description: "With `dryRun=true`, what it would come to; else the same claim, which was there already.",
      schema: z.union([triedClaimSchema, registeredClaimSchema]),
      example: { dryRun: true, ...CLAIM_BODY_EXAMPLE, status: "open", statement: STATEMENT_EXAMPLE, warnings: [] },
    },
    201: {
      description: "Created.",
      schema: registeredClaimSchema,
      example: { ...CLAIM_EXAMPLE, warnings: [] },
    },
  },
  problems: ["reference_taken", "invoice_already_charged", "currency_not_eur", ...INTAKE_PROBLEMS],
  location: ({ id }) => `/claims/${id}`,
});

export const listClaims = defineOperation({
  id: "listClaims",
  method: "GET",
  path: "/claims",
  tag,
  summary: "List claims, newest first",
  scope: "claims:read",
  query: z.strictObject({
    status: z.enum(CLAIM_STATUSES).optional(),
    updatedSince: timeInput.optional().meta({
      type: "string",
      format: "date-time",
      description: "Only what changed at or after this time.",
      example: "2026-11-01T00:00:00Z",
    }),
    q: z.string().trim().min(1).max(100).optional().meta({
      description:
        "Part of a reference, an invoice number, or the debtor's name, mail address or reference, without regard to capitals and accents; or the amount of an invoice or of all of them. One or two characters are the beginning of a word.",
    }),
    limit: limitSchema,
    cursor: cursorSchema("clm"),
  }),
  answers: {
    200: {
      description: "A page of claims.",
      schema: pageSchema(claimSchema),
      example: { data: [CLAIM_EXAMPLE], nextCursor: null },
    },
  },
  problems: [],
});

export const getClaim = defineOperation({
  id: "getClaim",
  method: "GET",
  path: "/claims/{claim}",
  tag,
  summary: "Get a claim",
  scope: "claims:read",
  params: claimParam,
  answers: { 200: { description: "The claim.", schema: claimSchema, example: CLAIM_EXAMPLE } },
  problems: ["not_found"],
});

const { email, phone, address } = debtorSchema.shape;

/** How a debtor is reached, each part alone; an address counts as a whole. */
const contactInput = z.strictObject({
  email: email.nullable(),
  phone: phone.nullable(),
  address: address.nullable(),
});

export const changeClaimOperation = defineOperation({
  id: "changeClaim",
  method: "PATCH",
  path: "/claims/{claim}",
  tag,
  summary: "Change a claim",
  description:
    "Changes the description, replaces the metadata, or sets the day on which the notice was delivered, or sent by post, once, while the claim is open. `debtor` corrects how the debtor is reached, and null takes something away; a mail address or phone that you name is used again, also when somebody there said that it was not for them. Amounts, and who owes them, are corrected by a credit and a new claim.",
  scope: "claims:write",
  params: claimParam,
  body: {
    kind: "json",
    schema: z
      .strictObject({
        description: z.string().trim().max(500).optional(),
        metadata: z.record(z.string().max(64), z.string().max(500)).optional(),
        collectionCosts: z
          .strictObject({ noticeDeliveredOn: calendarDay.optional(), noticeSentOn: calendarDay.optional() })
          .refine(
            ({ noticeDeliveredOn, noticeSentOn }) => (noticeDeliveredOn === undefined) !== (noticeSentOn === undefined),
            {
              path: ["noticeDeliveredOn"],
              error: "must be there, or `noticeSentOn` in its place",
            },
          )
          .optional(),
        debtor: contactInput.optional(),
      })
      .meta({ id: "ClaimChange" }),
    example: { collectionCosts: { noticeDeliveredOn: "2026-06-20" } },
  },
  answers: {
    200: { description: "The claim as it is now.", schema: registeredClaimSchema, example: { ...CLAIM_EXAMPLE, warnings: [] } }, // prettier-ignore
  },
  problems: ["not_found", "notice_already_set", "claim_not_open", "costs_exceed_legal_maximum", "costs_before_notice_term"], // prettier-ignore
});

export const getStatement = defineOperation({
  id: "getStatement",
  method: "GET",
  path: "/claims/{claim}/statement",
  tag,
  summary: "Get the amounts of a claim as of a day",
  description: "As of the end of that day in the Netherlands; today when no day is given. Worked out from the ledger alone.",
  scope: "claims:read",
  params: claimParam,
  query: z.strictObject({ asOf: calendarDay.optional() }),
  answers: { 200: { description: "The amounts.", schema: statementSchema, example: STATEMENT_EXAMPLE } },
  problems: ["not_found", "as_of_out_of_range"],
}); // prettier-ignore
