import type { Cents } from "../money.ts";
import type { ArrangementPolicy } from "./policy.ts";

export type PlanRuleCode =
  | "interest_continues"
  | "interest_stands_still"
  | "interest_given_up"
  | "no_new_costs"
  | "costs_given_up"
  | "discount"
  | "missed_moves_once"
  | "missed_moves"
  | "missed_stays"
  | "last_letter"
  | "paid_stays_paid";

/** A rule of a plan, in the machine's words; `params` are what a sentence about it needs. */
export type PlanRule = {
  readonly code: PlanRuleCode;
  readonly params: {
    /** What the sentence counts: days after which an instalment counts as missed, or instalments missed in a row. */
    readonly count?: number;
    /** How often an instalment moves to the end. */
    readonly moves?: number;
    readonly amount?: Cents;
  };
};

type RulesInput = {
  readonly policy: Pick<
    ArrangementPolicy,
    "interestDuringArrangement" | "costsDuringArrangement" | "graceDays" | "missedAllowed"
  >;
  /** Costs given up when the plan is paid. */
  readonly waivedCosts: Cents;
  /** Of the rest. */
  readonly discount: Cents;
};

/** What becomes of interest and costs while a plan runs and once it is paid. */
export function moneyRules({ policy, waivedCosts, discount }: RulesInput): PlanRule[] {
  const interest = {
    continue: "interest_continues",
    freeze: "interest_stands_still",
    waive: "interest_given_up",
  } as const;
  return [
    { code: interest[policy.interestDuringArrangement], params: {} },
    { code: "no_new_costs", params: {} },
    ...(waivedCosts > 0n ? [{ code: "costs_given_up" as const, params: { amount: waivedCosts } }] : []),
    ...(discount > 0n ? [{ code: "discount" as const, params: { amount: discount } }] : []),
  ];
}

/** What happens when an instalment is missed: without days of grace, the day after. */
export function missedRules({ policy: { graceDays, missedAllowed } }: Pick<RulesInput, "policy">): PlanRule[] {
  const count = Math.max(1, graceDays);
  const moves: PlanRule =
    missedAllowed === 0
      ? { code: "missed_stays", params: { count } }
      : missedAllowed === 1
        ? { code: "missed_moves_once", params: { count } }
        : { code: "missed_moves", params: { count, moves: missedAllowed } };
  return [
    moves,
    { code: "last_letter", params: { count: missedAllowed + 1 } },
    { code: "paid_stays_paid", params: {} },
  ];
}
