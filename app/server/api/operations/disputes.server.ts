import { z } from "zod";
import { moneySchema } from "#app/server/claims/claim-body.server.ts";
import { defineOperation } from "../api-operation.server.ts";
import { cursorSchema, limitSchema } from "../paging.server.ts";
import { DISPUTE_EXAMPLE, disputeOutcome, disputeSchema, disputeStatus } from "../schemas/dispute-schemas.server.ts";
import { EXAMPLE_IDS, idParam, pageSchema } from "../schemas/shared-schemas.server.ts";

const tag = "Disputes";

const params = z.strictObject({ dispute: idParam("dispute") });

export const listDisputesOperation = defineOperation({
  id: "listDisputes",
  method: "GET",
  path: "/disputes",
  tag,
  summary: "List disputes, newest first",
  description: "`status=open` is what waits for you.",
  scope: "disputes:read",
  query: z.strictObject({
    status: disputeStatus.optional(),
    claim: z.string().min(1).max(80).optional().meta({
      description: "Only those of a claim: its id, or `ref:` and your own reference.",
      example: EXAMPLE_IDS.claim,
    }),
    limit: limitSchema,
    cursor: cursorSchema("dsp"),
  }),
  answers: {
    200: {
      description: "A page of disputes.",
      schema: pageSchema(disputeSchema),
      example: { data: [DISPUTE_EXAMPLE], nextCursor: null },
    },
  },
  problems: [],
});

export const getDispute = defineOperation({
  id: "getDispute",
  method: "GET",
  path: "/disputes/{dispute}",
  tag,
  summary: "Get a dispute with its conversation",
  scope: "disputes:read",
  params,
  answers: { 200: { description: "The dispute.", schema: disputeSchema, example: DISPUTE_EXAMPLE } },
  problems: ["not_found"],
});

export const createDisputeMessage = defineOperation({
  id: "createDisputeMessage",
  method: "POST",
  path: "/disputes/{dispute}/messages",
  tag,
  summary: "Ask the debtor something, or tell something",
  description:
    "The debtor gets it by mail and finds it among the letters. After a question the dispute waits for the debtor, who can send files along.",
  scope: "disputes:write",
  params,
  body: {
    kind: "json",
    schema: z
      .strictObject({
        body: z.string().trim().min(1).max(4_000).meta({ description: "Plain text, for the debtor." }),
        question: z.boolean().default(true).meta({ description: "Whether you wait for an answer." }),
      })
      .meta({ id: "DisputeMessageBody" }),
    example: { body: "Heeft u een foto van de envelop?" },
  },
  answers: {
    201: {
      description: "Sent.",
      schema: disputeSchema,
      example: { ...DISPUTE_EXAMPLE, status: "awaiting_debtor", debtorAnswerBefore: "2026-12-06" },
    },
  },
  problems: ["not_found", "dispute_not_possible"],
});

export const resolveDisputeOperation = defineOperation({
  id: "resolveDispute",
  method: "POST",
  path: "/disputes/{dispute}/resolve",
  tag,
  summary: "Decide a dispute",
  description:
    "`upheld` takes all that was disputed off the claim, or what `credit` says; `partly_upheld` takes off what `credit` says; `rejected` takes nothing off. Principal comes off as of the day it was charged, so that interest and collection costs over it go too. What was paid too much becomes credit. The debtor reads the explanation, and where to complain.",
  scope: "disputes:write",
  params,
  body: {
    kind: "json",
    schema: z
      .strictObject({
        outcome: disputeOutcome,
        explanation: z.string().trim().min(1).max(4_000).meta({ description: "For the debtor, who reads it." }),
        credit: moneySchema.optional().meta({ description: "What comes off, at most what was disputed." }),
      })
      .meta({ id: "ResolveBody" }),
    example: { outcome: "upheld", explanation: "Wij kunnen niet laten zien dat u de brief heeft gekregen." },
  },
  answers: {
    200: {
      description: "It is decided.",
      schema: disputeSchema,
      example: {
        ...DISPUTE_EXAMPLE,
        status: "resolved",
        disputedNow: { currency: "EUR", value: "0.00" },
        outcome: "upheld",
        explanation: "Wij kunnen niet laten zien dat u de brief heeft gekregen.",
        credited: { currency: "EUR", value: "40.00" },
        endedAt: "2026-11-24T09:00:00.000Z",
      },
    },
  },
  problems: ["not_found", "dispute_not_possible", "credit_required", "credit_not_allowed", "credit_exceeds_disputed", "amount_not_positive", "currency_not_eur"], // prettier-ignore
});
