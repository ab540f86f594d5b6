import { z } from "zod";
import { FREQUENCIES, PAYMENT_METHODS } from "#app/domain/arrangement/policy.ts";
import { moneySchema } from "#app/server/claims/claim-body.server.ts";

/** Structure only: what the numbers may be, each and together, is for `checkPolicy` to say. */
const count = z.number().meta({ type: "integer" });

export const frequencySchema = z.enum(FREQUENCIES);

const payDayMeta = { description: "A day of the month from 1 to 28, or the last one.", example: 25 };

const allowedDay = z.union([count, z.literal("month_end")]).meta(payDayMeta);

export const payDaySchema = z.union([z.int().min(1).max(28), z.literal("month_end")]).meta(payDayMeta);

const limits = {
  autoAccept: z.strictObject({ maxInstalments: count, minInstalment: moneySchema, maxDurationDays: count }).meta({
    description:
      "What is accepted at once. A deposit is no instalment here; the days run from acceptance to the last one.",
  }),
  review: z
    .strictObject({ maxInstalments: count, maxDurationMonths: count })
    .meta({ description: "What is offered when a person may decide." }),
  hardMax: z.strictObject({ months: count }).meta({ description: "Beyond it only a person decides." }),
  downPaymentPercent: count.meta({ description: "Of the total, on the day of acceptance." }),
  decisionTermWorkingDays: count.meta({ description: "The debtor hears within this term." }),
  settlementDiscountPercent: count.meta({ description: "Given up when all the rest is paid at once; 0: not offered." }),
};

const bandSchema = z
  .strictObject({ upTo: moneySchema, ...z.strictObject(limits).partial().shape })
  .meta({ id: "PolicyBand", description: "Other limits for totals up to and including `upTo`." });

/** The whole policy: what GET answers and what PUT takes. */
export const policySchema = z
  .strictObject({
    enabled: z.boolean(),
    minClaim: moneySchema.meta({ description: "Below it the portal takes no proposals." }),
    ...limits,
    frequencies: z.array(frequencySchema).max(10),
    allowedDays: z.array(allowedDay).max(100).meta({ description: "Of monthly arrangements." }),
    firstPaymentWithinDays: count,
    interestDuringArrangement: z.enum(["continue", "freeze", "waive"]).meta({
      description:
        "`continue`: it runs, and comes on the last instalment. `freeze`: none from the day after acceptance. `waive`: and what is open on acceptance is given up.",
    }),
    costsDuringArrangement: z
      .enum(["keep", "waive_on_completion"])
      .meta({ description: "`waive_on_completion`: given up once the plan is paid; the plan does not count them." }),
    graceDays: count.meta({ description: "An instalment is missed from the day after this many days." }),
    missedAllowed: count.meta({ description: "How many missed instalments move to the end, and how many in a row may be missed before the last letter." }), // prettier-ignore
    methods: z.array(z.enum(PAYMENT_METHODS)).max(10),
    requireBudgetForm: z.strictObject({ above: moneySchema, aboveMonths: count }),
    maxOpenProposals: count,
    cooldownAfterRejectionDays: count,
    counterOffer: z.strictObject({ enabled: z.boolean(), validDays: count }),
    extraPayments: z.enum(["next", "last"]).meta({ description: "Which instalment takes what comes above what is due." }),
    pauseRemindersWhileActive: z.boolean(),
    waiveCostsIfRemainderBelow: moneySchema.meta({ description: "No collection costs are asked over a smaller remainder. Holds for claims that come in from then on." }),
    bands: z.array(bandSchema).max(100).meta({ description: "Ascending; the first that holds the total applies." }),
  })
  .meta({ id: "Policy" }); // prettier-ignore

export type PolicyJson = z.infer<typeof policySchema>;

const euro = (value: string) => ({ currency: "EUR", value }) as const;

export const POLICY_EXAMPLE: PolicyJson = {
  enabled: true,
  minClaim: euro("50.00"),
  autoAccept: { maxInstalments: 6, minInstalment: euro("25.00"), maxDurationDays: 190 },
  review: { maxInstalments: 12, maxDurationMonths: 12 },
  hardMax: { months: 36 },
  downPaymentPercent: 0,
  decisionTermWorkingDays: 5,
  settlementDiscountPercent: 0,
  frequencies: ["weekly", "four_weekly", "monthly"],
  allowedDays: [1, 15, 25, "month_end"],
  firstPaymentWithinDays: 14,
  interestDuringArrangement: "freeze",
  costsDuringArrangement: "keep",
  graceDays: 5,
  missedAllowed: 1,
  methods: ["ideal_link", "sepa_dd"],
  requireBudgetForm: { above: euro("1000.00"), aboveMonths: 12 },
  maxOpenProposals: 1,
  cooldownAfterRejectionDays: 7,
  counterOffer: { enabled: true, validDays: 14 },
  extraPayments: "next",
  pauseRemindersWhileActive: true,
  waiveCostsIfRemainderBelow: euro("5.00"),
  bands: [
    { upTo: euro("250.00"), autoAccept: { maxInstalments: 4, minInstalment: euro("25.00"), maxDurationDays: 124 } },
  ],
};
