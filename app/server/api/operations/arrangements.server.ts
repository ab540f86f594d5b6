import { z } from "zod";
import { ARRANGEMENT_STATUSES } from "#app/domain/arrangement/arrangement-state.ts";
import type { ProblemCode } from "../problem-catalogue.server.ts";
import { defineOperation } from "../api-operation.server.ts";
import { cursorSchema, limitSchema } from "../paging.server.ts";
import {
  ARRANGEMENT_EXAMPLE,
  arrangementSchema,
  reasonInput,
  RUNNING_EXAMPLE,
  scheduleInput,
  validUntilInput,
  versionInput,
} from "../schemas/arrangement-schemas.server.ts";
import { claimParam, EXAMPLE_IDS, idParam, pageSchema } from "../schemas/shared-schemas.server.ts";

const tag = "Arrangements";

const params = z.strictObject({ arrangement: idParam("arrangement") });

const DECIDED: readonly ProblemCode[] = ["not_found", "arrangement_not_possible", "newer_offer"];

const SCHEDULE_EXAMPLE = [
  { dueOn: "2026-12-25", amount: { currency: "EUR", value: "81.16" } },
  { dueOn: "2027-01-25", amount: { currency: "EUR", value: "81.15" } },
];

const COUNTERED_EXAMPLE = {
  ...ARRANGEMENT_EXAMPLE,
  status: "countered",
  version: 2,
  offer: {
    ...ARRANGEMENT_EXAMPLE.offer,
    version: 2,
    by: "creditor",
    schedule: SCHEDULE_EXAMPLE.map((instalment, index) => ({ seq: index + 1, ...instalment })),
    frequency: null,
    payDay: null,
    message: "In twee delen kan het wel.",
    validUntil: "2026-12-06",
  },
  wish: null,
  advice: null,
  decideBefore: null,
  validUntil: "2026-12-06",
};

export const listArrangementsOperation = defineOperation({
  id: "listArrangements",
  method: "GET",
  path: "/arrangements",
  tag,
  summary: "List arrangements, newest first",
  description: "`status=proposed` is what waits for you.",
  scope: "arrangements:read",
  query: z.strictObject({
    status: z.enum(ARRANGEMENT_STATUSES).optional(),
    claim: z.string().min(1).max(80).optional().meta({
      description: "Only those of a claim: its id, or `ref:` and your own reference.",
      example: EXAMPLE_IDS.claim,
    }),
    limit: limitSchema,
    cursor: cursorSchema("arr"),
  }),
  answers: {
    200: {
      description: "A page of arrangements.",
      schema: pageSchema(arrangementSchema),
      example: { data: [ARRANGEMENT_EXAMPLE], nextCursor: null },
    },
  },
  problems: [],
});

export const getArrangement = defineOperation({
  id: "getArrangement",
  method: "GET",
  path: "/arrangements/{arrangement}",
  tag,
  summary: "Get an arrangement",
  scope: "arrangements:read",
  params,
  answers: { 200: { description: "The arrangement.", schema: arrangementSchema, example: ARRANGEMENT_EXAMPLE } },
  problems: ["not_found"],
});

export const acceptArrangement = defineOperation({
  id: "acceptArrangement",
  method: "POST",
  path: "/arrangements/{arrangement}/accept",
  tag,
  summary: "Accept what the debtor proposes",
  description: "The plan runs from today, and the debtor is told.",
  scope: "arrangements:write",
  params,
  body: {
    kind: "json",
    schema: z.strictObject({ version: versionInput }).meta({ id: "AcceptBody" }),
    optional: true,
    example: { version: 1 },
  },
  answers: { 200: { description: "It runs.", schema: arrangementSchema, example: RUNNING_EXAMPLE } },
  problems: [...DECIDED, "arrangement_has_no_schedule", "nothing_open"],
});

export const counterArrangement = defineOperation({
  id: "counterArrangement",
  method: "POST",
  path: "/arrangements/{arrangement}/counter",
  tag,
  summary: "Offer the debtor something else",
  description:
    "A schedule of your own, within your policy or not. The debtor is told, and accepts, asks something else or lets it go.",
  scope: "arrangements:write",
  params,
  body: {
    kind: "json",
    schema: z
      .strictObject({
        schedule: scheduleInput,
        reason: reasonInput,
        validUntil: validUntilInput,
        version: versionInput,
      })
      .meta({ id: "CounterBody" }),
    example: { schedule: SCHEDULE_EXAMPLE, reason: COUNTERED_EXAMPLE.offer.message, validUntil: "2026-12-06" },
  },
  answers: {
    200: { description: "It waits for the debtor.", schema: arrangementSchema, example: COUNTERED_EXAMPLE },
  },
  problems: [...DECIDED, "schedule_refused", "valid_until_past", "currency_not_eur"],
});

export const declineArrangement = defineOperation({
  id: "declineArrangement",
  method: "POST",
  path: "/arrangements/{arrangement}/decline",
  tag,
  summary: "Decline what the debtor proposes",
  scope: "arrangements:write",
  params,
  body: {
    kind: "json",
    schema: z.strictObject({ reason: reasonInput, version: versionInput }).meta({ id: "DeclineBody" }),
    example: { reason: "Wij spraken op 1 november al een regeling af." },
  },
  answers: {
    200: {
      description: "It has ended.",
      schema: arrangementSchema,
      example: {
        ...ARRANGEMENT_EXAMPLE,
        status: "declined",
        total: null,
        advice: null,
        decision: { by: "creditor", text: "Wij spraken op 1 november al een regeling af." },
        endedAt: "2026-11-22T11:00:00.000Z",
      },
    },
  },
  problems: DECIDED,
});

export const cancelArrangementOperation = defineOperation({
  id: "cancelArrangement",
  method: "POST",
  path: "/arrangements/{arrangement}/cancel",
  tag,
  summary: "End a plan, or take an offer back",
  description: "What was paid stays paid. From tomorrow on interest and costs follow your terms again.",
  scope: "arrangements:write",
  params,
  body: {
    kind: "json",
    schema: z.strictObject({ reason: reasonInput }).meta({ id: "CancelBody" }),
    example: { reason: "De factuur wordt gecrediteerd." },
  },
  answers: {
    200: {
      description: "It has ended.",
      schema: arrangementSchema,
      example: {
        ...RUNNING_EXAMPLE,
        status: "cancelled",
        decision: { by: "creditor", text: "De factuur wordt gecrediteerd." },
        endedAt: "2026-11-22T11:00:00.000Z",
      },
    },
  },
  problems: ["not_found", "arrangement_not_possible"],
});

export const createArrangement = defineOperation({
  id: "createArrangement",
  method: "POST",
  path: "/claims/{claim}/arrangements",
  tag,
  summary: "Offer an arrangement",
  description:
    "Your own schedule for this claim, and for others of the same debtor that you name. It has to add up to what is open today, less what your policy gives up. It waits for the debtor as a counter-offer does.",
  scope: "arrangements:write",
  params: claimParam,
  body: {
    kind: "json",
    schema: z
      .strictObject({
        schedule: scheduleInput,
        reason: reasonInput.optional(),
        validUntil: validUntilInput,
        claims: z
          .array(z.string().min(1).max(80))
          .max(100)
          .optional()
          .meta({
            description: "Further claims: their ids, or `ref:` and your own references.",
            example: ["ref:2026-00124"],
          }),
      })
      .meta({ id: "ArrangementOfferBody" }),
    example: { schedule: SCHEDULE_EXAMPLE, reason: COUNTERED_EXAMPLE.offer.message },
  },
  answers: {
    201: {
      description: "It waits for the debtor.",
      schema: arrangementSchema,
      example: { ...COUNTERED_EXAMPLE, version: 1, offer: { ...COUNTERED_EXAMPLE.offer, version: 1 } },
    },
  },
  problems: ["not_found", "claim_not_found", "several_debtors", "claim_not_arrangeable", "arrangement_open", "schedule_refused", "valid_until_past", "currency_not_eur"], // prettier-ignore
  location: ({ id }) => `/arrangements/${id}`,
});
