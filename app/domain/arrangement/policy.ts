import { DEFAULT_WAIVE_COSTS_IF_REMAINDER_BELOW } from "../claim-terms.ts";
import { asCents, type Cents } from "../money.ts";

export const FREQUENCIES = ["weekly", "four_weekly", "monthly"] as const;

export type Frequency = (typeof FREQUENCIES)[number];

/** The day of the month of a monthly arrangement: 1 to 28, or the last day, whichever that is. */
export type PayDay = number | "month_end";

export const PAYMENT_METHODS = ["ideal_link", "sepa_dd"] as const;

export type ArrangementMethod = (typeof PAYMENT_METHODS)[number];

/** What may differ with the height of the claim. */
export type PolicyLimits = {
  /** What is accepted at once. The instalments do not count a deposit; the days run from today to the last due day. */
  readonly autoAccept: {
    readonly maxInstalments: number;
    readonly minInstalment: Cents;
    readonly maxDurationDays: number;
  };
  /** What a person may allow. Months are calendar months: the plan ends in the month that many after this one. */
  readonly review: { readonly maxInstalments: number; readonly maxDurationMonths: number };
  /** Beyond it nothing is offered; what is asked goes to a person. */
  readonly hardMax: { readonly months: number };
  /** The part of the total to pay on the day of acceptance, rounded down to the cent. */
  readonly downPaymentPercent: number;
  readonly decisionTermWorkingDays: number;
  /** What the creditor gives up for payment of all the rest at once, in full and final settlement; 0: not offered. */
  readonly settlementDiscountPercent: number;
};

/** Other limits for totals up to and including `upTo`. */
export type PolicyBand = { readonly upTo: Cents } & Partial<PolicyLimits>;

/** What a creditor allows in arrangements. */
export type ArrangementPolicy = PolicyLimits & {
  readonly enabled: boolean;
  readonly minClaim: Cents;
  readonly frequencies: readonly Frequency[];
  /** Of monthly arrangements. */
  readonly allowedDays: readonly PayDay[];
  readonly firstPaymentWithinDays: number;
  /** continue: it runs and comes on the last instalment. freeze: none from the day after acceptance. waive: and what is open on acceptance is given up. */
  readonly interestDuringArrangement: "continue" | "freeze" | "waive";
  /** waive_on_completion: given up as of the day of acceptance once the plan is paid; the plan does not count them. */
  readonly costsDuringArrangement: "keep" | "waive_on_completion";
  /** An instalment is missed from the day after this many days past its due day. */
  readonly graceDays: number;
  /** How many missed instalments move to the end, and how many in a row may be missed before the last letter. */
  readonly missedAllowed: number;
  readonly methods: readonly ArrangementMethod[];
  /** The budget sheet comes first when more than the amount is spread, or over more than the months. */
  readonly requireBudgetForm: { readonly above: Cents; readonly aboveMonths: number };
  readonly maxOpenProposals: number;
  readonly cooldownAfterRejectionDays: number;
  readonly counterOffer: { readonly enabled: boolean; readonly validDays: number };
  /** Where money goes that comes above what is due: to the next instalment, or to the last. */
  readonly extraPayments: "next" | "last";
  readonly pauseRemindersWhileActive: boolean;
  /** No costs are asked over a smaller remainder. Holds for claims that come in from then on; 0: always asked. */
  readonly waiveCostsIfRemainderBelow: Cents;
  /** Ascending by `upTo`; the first that holds the total applies. */
  readonly bands: readonly PolicyBand[];
};

export const DEFAULT_POLICY: ArrangementPolicy = {
  enabled: true,
  minClaim: asCents(50_00n),
  autoAccept: { maxInstalments: 6, minInstalment: asCents(25_00n), maxDurationDays: 190 },
  review: { maxInstalments: 12, maxDurationMonths: 12 },
  hardMax: { months: 36 },
  frequencies: FREQUENCIES,
  allowedDays: [...Array.from({ length: 28 }, (_, index) => index + 1), "month_end"],
  firstPaymentWithinDays: 14,
  downPaymentPercent: 0,
  interestDuringArrangement: "freeze",
  costsDuringArrangement: "keep",
  graceDays: 5,
  missedAllowed: 1,
  methods: PAYMENT_METHODS,
  requireBudgetForm: { above: asCents(1000_00n), aboveMonths: 12 },
  maxOpenProposals: 1,
  cooldownAfterRejectionDays: 7,
  decisionTermWorkingDays: 5,
  counterOffer: { enabled: true, validDays: 14 },
  settlementDiscountPercent: 0,
  extraPayments: "next",
  pauseRemindersWhileActive: true,
  waiveCostsIfRemainderBelow: DEFAULT_WAIVE_COSTS_IF_REMAINDER_BELOW,
  bands: [],
};

/** The policy for a total: with the limits of the first band that holds it, and without bands. */
export function policyFor(policy: ArrangementPolicy, total: Cents): ArrangementPolicy {
  const band = policy.bands.find(({ upTo }) => total <= upTo);
  if (band === undefined) return { ...policy, bands: [] };
  const { upTo: _, ...limits } = band;
  return { ...policy, ...limits, bands: [] };
}
