import { LARGEST_AMOUNT, toDecimal } from "../money.ts";
import { type ArrangementPolicy, type PayDay, policyFor, type PolicyLimits } from "./policy.ts";
import { MOST_INSTALMENTS } from "./schedule.ts";

export type PolicyRule =
  | "not_a_whole_number"
  | "out_of_range"
  | "empty"
  | "duplicate"
  | "below_auto_accept"
  | "above_hard_maximum"
  | "not_ascending";

/** Where in the policy, which rule, what it must be in words for developers and, where it helps, in numbers. */
export type PolicyProblem = {
  readonly path: readonly (string | number)[];
  readonly rule: PolicyRule;
  readonly message: string;
  readonly allowed?: { readonly min?: number; readonly max?: number };
};

/** What is wrong with a policy as a whole, bands included: each band as it works together with the rest. */
export function checkPolicy(policy: ArrangementPolicy): PolicyProblem[] {
  return [...limitProblems(policy, []), ...generalProblems(policy), ...listProblems(policy), ...bandProblems(policy)];
}

type Path = readonly (string | number)[];

function limitProblems(limits: PolicyLimits, at: Path): PolicyProblem[] {
  const { autoAccept, review, hardMax } = limits;
  const numbers = [
    whole(autoAccept.maxInstalments, [...at, "autoAccept", "maxInstalments"], 1, MOST_INSTALMENTS),
    amount(autoAccept.minInstalment, [...at, "autoAccept", "minInstalment"]),
    whole(autoAccept.maxDurationDays, [...at, "autoAccept", "maxDurationDays"], 1, 3660),
    whole(review.maxInstalments, [...at, "review", "maxInstalments"], 1, MOST_INSTALMENTS),
    whole(review.maxDurationMonths, [...at, "review", "maxDurationMonths"], 1, 120),
    whole(hardMax.months, [...at, "hardMax", "months"], 1, 120),
    whole(limits.downPaymentPercent, [...at, "downPaymentPercent"], 0, 100),
    whole(limits.decisionTermWorkingDays, [...at, "decisionTermWorkingDays"], 1, 60),
    whole(limits.settlementDiscountPercent, [...at, "settlementDiscountPercent"], 0, 99),
  ].flat();
  return numbers.length > 0 ? numbers : orderProblems(limits, at);
}

function orderProblems({ autoAccept, review, hardMax }: PolicyLimits, at: Path): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  if (review.maxInstalments < autoAccept.maxInstalments) {
    problems.push({
      path: [...at, "review", "maxInstalments"],
      rule: "below_auto_accept",
      message: `must be at least the ${autoAccept.maxInstalments} instalments that are accepted at once`,
      allowed: { min: autoAccept.maxInstalments },
    });
  }
  if (review.maxDurationMonths * LONGEST_MONTH < autoAccept.maxDurationDays) {
    problems.push({
      path: [...at, "review", "maxDurationMonths"],
      rule: "below_auto_accept",
      message: `must cover the ${autoAccept.maxDurationDays} days that are accepted at once`,
      allowed: { min: Math.ceil(autoAccept.maxDurationDays / LONGEST_MONTH) },
    });
  }
  if (hardMax.months < review.maxDurationMonths) {
    problems.push({
      path: [...at, "review", "maxDurationMonths"],
      rule: "above_hard_maximum",
      message: `must be at most the hard maximum of ${hardMax.months} months`,
      allowed: { max: hardMax.months },
    });
  }
  return problems;
}

/** So that 190 days fit seven months, and 31 days one. */
const LONGEST_MONTH = 31;

function generalProblems(policy: ArrangementPolicy): PolicyProblem[] {
  return [
    amount(policy.minClaim, ["minClaim"]),
    amount(policy.waiveCostsIfRemainderBelow, ["waiveCostsIfRemainderBelow"]),
    whole(policy.firstPaymentWithinDays, ["firstPaymentWithinDays"], 1, 62),
    whole(policy.graceDays, ["graceDays"], 0, 60),
    whole(policy.missedAllowed, ["missedAllowed"], 0, 12),
    amount(policy.requireBudgetForm.above, ["requireBudgetForm", "above"]),
    whole(policy.requireBudgetForm.aboveMonths, ["requireBudgetForm", "aboveMonths"], 0, 120),
    whole(policy.maxOpenProposals, ["maxOpenProposals"], 1, 10),
    whole(policy.cooldownAfterRejectionDays, ["cooldownAfterRejectionDays"], 0, 365),
    whole(policy.counterOffer.validDays, ["counterOffer", "validDays"], 1, 365),
  ].flat();
}

function listProblems({ frequencies, allowedDays, methods }: ArrangementPolicy): PolicyProblem[] {
  const problems = [...listProblem(frequencies, ["frequencies"]), ...listProblem(methods, ["methods"])];
  const days = allowedDays.flatMap((payDay, index) => payDayProblem(payDay, ["allowedDays", index]));
  if (frequencies.includes("monthly")) problems.push(...listProblem(allowedDays, ["allowedDays"]));
  return [...problems, ...days];
}

function bandProblems(policy: ArrangementPolicy): PolicyProblem[] {
  return policy.bands.flatMap((band, index): PolicyProblem[] => {
    const at = ["bands", index];
    const before = policy.bands[index - 1];
    const order: PolicyProblem[] =
      before !== undefined && band.upTo <= before.upTo
        ? [{ path: [...at, "upTo"], rule: "not_ascending", message: `must be above ${toDecimal(before.upTo)}` }]
        : [];
    const limits = policyFor({ ...policy, bands: [band] }, band.upTo);
    return [...amount(band.upTo, [...at, "upTo"]), ...order, ...limitProblems(limits, at)];
  });
}

function whole(value: number, path: Path, least: number, most: number): PolicyProblem[] {
  if (!Number.isInteger(value)) return [{ path, rule: "not_a_whole_number", message: "must be a whole number" }];
  const fits = value >= least && value <= most;
  const message = `must be from ${least} up to ${most}`;
  return fits ? [] : [{ path, rule: "out_of_range", message, allowed: { min: least, max: most } }];
}

function amount(value: bigint, path: Path): PolicyProblem[] {
  const fits = value >= 0n && value <= LARGEST_AMOUNT;
  return fits ? [] : [{ path, rule: "out_of_range", message: `must be from 0.00 up to ${toDecimal(LARGEST_AMOUNT)}` }];
}

function payDayProblem(payDay: PayDay, path: Path): PolicyProblem[] {
  return payDay === "month_end" ? [] : whole(payDay, path, 1, 28);
}

function listProblem(values: readonly (string | number)[], path: Path): PolicyProblem[] {
  if (values.length === 0) return [{ path, rule: "empty", message: "must have at least one item" }];
  const twice = new Set(values).size < values.length;
  return twice ? [{ path, rule: "duplicate", message: "must have each item once" }] : [];
}
