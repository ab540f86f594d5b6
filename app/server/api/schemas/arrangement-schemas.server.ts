import { z } from "zod";
import { ARRANGEMENT_STATUSES } from "#app/domain/arrangement/arrangement-state.ts";
import { PAYMENT_METHODS } from "#app/domain/arrangement/policy.ts";
import { MOST_INSTALMENTS } from "#app/domain/arrangement/schedule.ts";
import { calendarDay } from "#app/server/claims/calendar-day.server.ts";
import { moneySchema } from "#app/server/claims/claim-body.server.ts";
import { frequencySchema, payDaySchema } from "./policy-schemas.server.ts";
import { daySchema, EXAMPLE_IDS, idSchema, timeSchema } from "./shared-schemas.server.ts";

const noDay = z.string().nullable().meta({ format: "date", example: "2026-12-25" });
const noTime = z.string().nullable().meta({ format: "date-time" });

export const arrangementStatus = z.enum(ARRANGEMENT_STATUSES).meta({
  description:
    "`proposed` waits for you, `countered` waits for the debtor, `accepted` runs. Nothing happens any more to the others.",
});

export const scheduleInput = z
  .array(z.strictObject({ dueOn: calendarDay, amount: moneySchema }))
  .min(1)
  .max(MOST_INSTALMENTS)
  .meta({ description: "Ascending, no day twice, none before today; together the `total` of the arrangement." });

export const validUntilInput = calendarDay
  .optional()
  .meta({ description: "The last day on which the debtor can accept; without it as your policy says." });

export const reasonInput = z.string().trim().min(1).max(1000).meta({ description: "For the debtor, who reads it." });

export const versionInput = z.int().min(1).optional().meta({
  description: "The offer that was decided on: refused when there is a newer one. Without it the newest counts.",
});

const scheduleSchema = z.array(z.strictObject({ seq: z.int(), dueOn: daySchema, amount: moneySchema }));

const reasonsSchema = z
  .array(z.strictObject({ code: z.string(), params: z.record(z.string(), z.unknown()) }))
  .meta({ description: "Why the policy does not accept it by itself; amounts in `params` are strings in euro." });

const offerSchema = z.strictObject({
  version: z.int(),
  by: z.enum(["debtor", "creditor"]),
  schedule: scheduleSchema.meta({ description: "Empty when only the wish is there to decide on." }),
  total: moneySchema.meta({ description: "What was to be arranged on the day of the offer." }),
  frequency: frequencySchema.nullable(),
  payDay: payDaySchema.nullable(),
  message: z.string(),
  validUntil: noDay,
  createdAt: timeSchema,
});

const wishSchema = z.strictObject({
  downPayment: moneySchema,
  perInstalment: moneySchema.meta({ description: "The most that can be spared each time." }),
  frequency: frequencySchema,
  payDay: payDaySchema.nullable(),
  firstOn: noDay,
  budgetUsed: z.boolean().meta({ description: "Whether the budget sheet was filled in; it is not kept." }),
  settlement: z.boolean().meta({ description: "All the rest at once, for the discount of your policy." }),
});

const adviceSchema = z.strictObject({
  answer: z.enum(["accepted", "counter", "person"]),
  reasons: reasonsSchema,
  options: z.array(
    z.strictObject({
      kind: z.enum(["asked", "other_days", "sooner", "deposit", "longer", "settlement"]),
      decidedBy: z.enum(["policy", "person"]).meta({ description: "`policy`: it would be accepted at once." }),
      frequency: frequencySchema.nullable(),
      payDay: payDaySchema.nullable(),
      discount: moneySchema,
      schedule: scheduleSchema,
    }),
  ),
});

const planSchema = z.strictObject({
  paid: moneySchema,
  open: moneySchema,
  behind: moneySchema.meta({ description: "Open on instalments whose day has passed." }),
  next: z.union([z.strictObject({ seq: z.int(), dueOn: daySchema, open: moneySchema }), z.null()]),
  lastLetterOn: noDay,
  instalments: z.array(
    z.strictObject({
      seq: z.int(),
      dueOn: daySchema,
      originalDueOn: daySchema,
      amount: moneySchema.meta({ description: "What it has become: `paid` and `open` together." }),
      planned: moneySchema.meta({ description: "As agreed." }),
      paid: moneySchema,
      open: moneySchema,
      state: z.enum(["paid", "not_needed", "late", "due", "partly_paid", "upcoming"]),
      paidOn: noDay,
      postponed: z.boolean(),
      skipped: z.boolean(),
      movedFrom: noDay.meta({ description: "The day on which it was missed, before it moved to the end." }),
    }),
  ),
});

const orNull = <Item extends z.ZodType>(item: Item, description: string) => z.union([item, z.null()]).meta({ description }); // prettier-ignore

export const arrangementSchema = z
  .strictObject({
    id: idSchema("arrangement"),
    status: arrangementStatus,
    version: z.int().meta({ description: "The number of the newest offer." }),
    claims: z.array(z.strictObject({ id: idSchema("claim"), reference: z.string() })),
    debtor: idSchema("debtor"),
    total: orNull(moneySchema, "What a schedule has to add up to today; null once it was accepted or has ended."),
    discount: moneySchema.meta({ description: "Given up once the plan is paid: of a settlement, and costs where the policy says so." }), // prettier-ignore
    offer: offerSchema.meta({ description: "The newest." }),
    wish: orNull(wishSchema, "What the debtor asked, in the newest offer; null of your own."),
    reviewReasons: reasonsSchema,
    advice: orNull(adviceSchema, "What the policy would answer to the wish today, while you decide."),
    decideBefore: noDay.meta({ description: "The last day on which the debtor hears." }),
    validUntil: noDay.meta({ description: "The last day on which the debtor can accept." }),
    decision: orNull(
      z.strictObject({ by: z.enum(["policy", "creditor", "debtor", "system"]), text: z.string().nullable() }),
      "Who decided last. `system`: the deadline, or the ledger.",
    ),
    acceptedOn: noDay,
    method: z.enum(PAYMENT_METHODS),
    reason: z.strictObject({ code: z.string().nullable(), text: z.string() }).meta({ description: "Why the debtor asks." }), // prettier-ignore
    plan: orNull(planSchema, "As the ledger sees it today, or saw it on the day it ended; null when it never ran."),
    createdAt: timeSchema,
    endedAt: noTime,
  })
  .meta({ id: "Arrangement" });

export type ArrangementJson = z.infer<typeof arrangementSchema>;

const euro = (value: string) => ({ currency: "EUR", value }) as const;

const SCHEDULE = [
  { seq: 1, dueOn: "2026-11-25", amount: euro("81.16") },
  { seq: 2, dueOn: "2026-12-25", amount: euro("81.15") },
];

export const ARRANGEMENT_EXAMPLE: ArrangementJson = {
  id: EXAMPLE_IDS.arrangement,
  status: "proposed",
  version: 1,
  claims: [{ id: EXAMPLE_IDS.claim, reference: "2026-00123" }],
  debtor: EXAMPLE_IDS.debtor,
  total: euro("162.31"),
  discount: euro("0.00"),
  offer: {
    version: 1,
    by: "debtor",
    schedule: SCHEDULE,
    total: euro("162.31"),
    frequency: "monthly",
    payDay: 25,
    message: "",
    validUntil: null,
    createdAt: "2026-11-22T10:15:00.000Z",
  },
  wish: {
    downPayment: euro("0.00"),
    perInstalment: euro("82.00"),
    frequency: "monthly",
    payDay: 25,
    firstOn: null,
    budgetUsed: false,
    settlement: false,
  },
  reviewReasons: [{ code: "deposit_too_low", params: { percent: 10, amount: "16.23" } }],
  advice: {
    answer: "counter",
    reasons: [{ code: "deposit_too_low", params: { percent: 10, amount: "16.23" } }],
    options: [
      {
        kind: "deposit",
        decidedBy: "policy",
        frequency: "monthly",
        payDay: 25,
        discount: euro("0.00"),
        schedule: [
          { seq: 1, dueOn: "2026-11-22", amount: euro("16.23") },
          { seq: 2, dueOn: "2026-11-25", amount: euro("73.04") },
          { seq: 3, dueOn: "2026-12-25", amount: euro("73.04") },
        ],
      },
    ],
  },
  decideBefore: "2026-11-27",
  validUntil: null,
  decision: null,
  acceptedOn: null,
  method: "ideal_link",
  reason: { code: null, text: "" },
  plan: null,
  createdAt: "2026-11-22T10:15:00.000Z",
  endedAt: null,
};

export const RUNNING_EXAMPLE: ArrangementJson = {
  ...ARRANGEMENT_EXAMPLE,
  status: "accepted",
  total: null,
  advice: null,
  decideBefore: null,
  decision: { by: "creditor", text: null },
  acceptedOn: "2026-11-22",
  plan: {
    paid: euro("0.00"),
    open: euro("162.31"),
    behind: euro("0.00"),
    next: { seq: 1, dueOn: "2026-11-25", open: euro("81.16") },
    lastLetterOn: null,
    instalments: SCHEDULE.map(({ seq, dueOn, amount }) => ({
      seq,
      dueOn,
      originalDueOn: dueOn,
      amount,
      planned: amount,
      paid: euro("0.00"),
      open: amount,
      state: "upcoming" as const,
      paidOn: null,
      postponed: false,
      skipped: false,
      movedFrom: null,
    })),
  },
};
