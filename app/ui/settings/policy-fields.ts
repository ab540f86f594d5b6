import type { ReasonCode } from "#app/domain/arrangement/reasons.ts";
import type { Cents } from "#app/domain/money.ts";

/** The parts of the policy's form and the fields in each, in the order in which somebody decides about them. */
export const POLICY_PARTS = [
  { part: "atOnce", fields: ["autoAccept_maxInstalments", "autoAccept_minInstalment", "autoAccept_maxDurationDays"] },
  { part: "person", fields: ["review_maxInstalments", "review_maxDurationMonths", "decisionTermWorkingDays"] },
  { part: "most", fields: ["minClaim", "hardMax_months", "maxOpenProposals", "cooldownAfterRejectionDays"] },
] as const;

export const MONEY_FIELDS = ["downPaymentPercent", "settlementDiscountPercent", "waiveCostsIfRemainderBelow"] as const;
export const MISSED_FIELDS = ["graceDays", "missedAllowed"] as const;
export const BUDGET_FIELDS = ["requireBudgetForm_above", "requireBudgetForm_aboveMonths"] as const;

/** What may differ with the height of the claim. */
export const BAND_FIELDS = [
  "autoAccept_maxInstalments",
  "autoAccept_minInstalment",
  "autoAccept_maxDurationDays",
  "review_maxInstalments",
  "review_maxDurationMonths",
  "hardMax_months",
  "downPaymentPercent",
  "decisionTermWorkingDays",
  "settlementDiscountPercent",
] as const;

export type PolicyField =
  | (typeof POLICY_PARTS)[number]["fields"][number]
  | (typeof MONEY_FIELDS)[number]
  | (typeof MISSED_FIELDS)[number]
  | (typeof BUDGET_FIELDS)[number]
  | (typeof BAND_FIELDS)[number]
  | "firstPaymentWithinDays"
  | "counterOffer_validDays";

export const PER_MONTH_FIELDS = ["perMonth1", "perMonth2", "perMonth3"] as const;

/** What a policy would have answered on past claims. */
export type PolicyTriedView = {
  readonly claims: number;
  readonly results: readonly {
    readonly perMonth: Cents;
    readonly accepted: number;
    readonly countered: number;
    readonly person: number;
    readonly byReason: Readonly<Partial<Record<ReasonCode, number>>>;
  }[];
};

export type PolicyFaultView = {
  readonly field: string;
  readonly kind:
    | "number"
    | "amount"
    | "days"
    | "not_a_whole_number"
    | "out_of_range"
    | "empty"
    | "duplicate"
    | "below_auto_accept"
    | "above_hard_maximum"
    | "not_ascending";
  readonly min?: number | undefined;
  readonly max?: number | undefined;
};
