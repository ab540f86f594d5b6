import { z } from "zod";
import { DISPUTE_OUTCOMES, DISPUTE_STATUSES } from "#app/domain/dispute/dispute-state.ts";
import { DISPUTE_GROUNDS } from "#app/domain/dispute/grounds.ts";
import { moneySchema } from "#app/server/claims/claim-body.server.ts";
import { amountText, daySchema, EXAMPLE_IDS, idSchema, timeSchema } from "./shared-schemas.server.ts";

const noDay = z.string().nullable().meta({ format: "date", example: "2026-12-06" });
const noTime = z.string().nullable().meta({ format: "date-time" });

export const disputeStatus = z.enum(DISPUTE_STATUSES).meta({
  description:
    "`open` waits for you, `awaiting_debtor` for an answer to your question. The others have ended; `outcome` says how one was resolved.",
});

export const disputeOutcome = z.enum(DISPUTE_OUTCOMES);

const scopeSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("whole") }),
    z.strictObject({
      kind: z.literal("parts"),
      invoices: z.array(idSchema("invoice")),
      interest: z.boolean(),
      costs: z.boolean(),
    }),
    z.strictObject({ kind: z.literal("amount"), amount: amountText }),
  ])
  .meta({ description: "What the debtor does not agree with: all of it, named parts, or an amount that is too much." });

const fileSchema = z.strictObject({
  id: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  size: z.int(),
  scan: z
    .enum(["quarantined", "clean", "infected", "unscanned"])
    .nullable()
    .meta({ description: "`quarantined` and `infected` cannot be opened; `unscanned` where there is no scanner." }),
});

export const disputeMessageSchema = z
  .strictObject({
    id: idSchema("message"),
    from: z.enum(["creditor", "debtor"]),
    date: daySchema,
    subject: z.string(),
    body: z.string(),
    documents: z.array(fileSchema),
  })
  .meta({ id: "DisputeMessage" });

export const disputeSchema = z
  .strictObject({
    id: idSchema("dispute"),
    number: z.string().meta({ description: "What the debtor calls it by.", example: "B-ZQYJ-9C31" }),
    status: disputeStatus,
    claim: z.strictObject({ id: idSchema("claim"), reference: z.string() }),
    debtor: idSchema("debtor"),
    ground: z.enum(DISPUTE_GROUNDS),
    scope: scopeSchema,
    amount: moneySchema.meta({ description: "What was open on the disputed part when it was opened." }),
    disputedNow: moneySchema.meta({ description: "What is open on it today." }),
    undisputedNow: moneySchema.meta({ description: "What is open on the rest today, and can be asked." }),
    answers: z.strictObject({
      paidOn: z.string().optional().meta({ format: "date" }),
      paidAmount: moneySchema.optional(),
      fromAccount: z.string().optional(),
      toAccount: z.string().optional(),
    }),
    text: z.string(),
    openedOn: daySchema,
    answerBefore: daySchema.meta({ description: "The last day on which the debtor hears from you." }),
    debtorAnswerBefore: noDay,
    outcome: disputeOutcome.nullable(),
    explanation: z.string().nullable(),
    credited: moneySchema.meta({ description: "How much less the debtor owes by the decision." }),
    messages: z.array(disputeMessageSchema).meta({ description: "The conversation, oldest first." }),
    createdAt: timeSchema,
    endedAt: noTime,
  })
  .meta({ id: "Dispute" });

export type DisputeJson = z.infer<typeof disputeSchema>;

const euro = (value: string) => ({ currency: "EUR" as const, value });

export const DISPUTE_EXAMPLE: DisputeJson = {
  id: EXAMPLE_IDS.dispute,
  number: "B-ZQYJ-9C31",
  status: "open",
  claim: { id: EXAMPLE_IDS.claim, reference: "2026-00123" },
  debtor: EXAMPLE_IDS.debtor,
  ground: "costs_wrong",
  scope: { kind: "parts", invoices: [], interest: false, costs: true },
  amount: euro("40.00"),
  disputedNow: euro("40.00"),
  undisputedNow: euro("122.31"),
  answers: {},
  text: "Ik heb nooit een brief gekregen.",
  openedOn: "2026-11-22",
  answerBefore: "2026-12-06",
  debtorAnswerBefore: null,
  outcome: null,
  explanation: null,
  credited: euro("0.00"),
  messages: [
    {
      id: EXAMPLE_IDS.message,
      from: "debtor",
      date: "2026-11-22",
      subject: "Uw bezwaar B-ZQYJ-9C31",
      body: "Ik heb nooit een brief gekregen.",
      documents: [],
    },
  ],
  createdAt: "2026-11-22T10:15:00.000Z",
  endedAt: null,
};
