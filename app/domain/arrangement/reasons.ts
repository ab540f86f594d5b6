import { addDays, daysBetween, later, type LocalDate } from "../calendar.ts";
import type { ClaimStatus } from "../claim.ts";
import { type Cents, minus, smallest, ZERO } from "../money.ts";
import { endOfMonthAfter, firstDueDay } from "./pay-days.ts";
import type { ArrangementPolicy, Frequency, PayDay } from "./policy.ts";
import { type Schedule, shareOf } from "./schedule.ts";
import type { Wish } from "./wish.ts";

/** Why something is not accepted at once, in the machine's words; `params` are what a sentence needs. */
export type Reason =
  | { readonly code: "arrangements_off"; readonly params: Record<never, never> }
  | { readonly code: "claim_too_small"; readonly params: { readonly min: Cents } }
  | { readonly code: "claim_not_open"; readonly params: { readonly status: ClaimStatus } }
  | { readonly code: "already_proposed"; readonly params: { readonly max: number } }
  | { readonly code: "cooldown"; readonly params: { readonly until: LocalDate } }
  | { readonly code: "frequency_not_offered"; readonly params: { readonly offered: readonly Frequency[] } }
  | { readonly code: "pay_day_not_offered"; readonly params: { readonly offered: readonly PayDay[] } }
  | { readonly code: "first_payment_too_late"; readonly params: { readonly on: LocalDate; readonly latest: LocalDate } }
  | { readonly code: "deposit_too_low"; readonly params: { readonly percent: number; readonly amount: Cents } }
  | { readonly code: "settlement_not_offered"; readonly params: Record<never, never> }
  | { readonly code: "too_many_instalments"; readonly params: { readonly count: number; readonly max: number } }
  | { readonly code: "instalment_too_low"; readonly params: { readonly amount: Cents; readonly min: Cents } }
  | { readonly code: "takes_too_long"; readonly params: { readonly days: number; readonly max: number } }
  | { readonly code: "over_hard_maximum"; readonly params: { readonly months: number } }
  | {
      readonly code: "budget_form_needed";
      readonly params: { readonly above: Cents; readonly aboveMonths: number };
    };

export type ReasonCode = Reason["code"];

/** A wish with the schedule that follows from it. */
export type Asked = {
  readonly policy: ArrangementPolicy;
  readonly total: Cents;
  readonly wish: Wish;
  readonly schedule: Schedule;
  readonly today: LocalDate;
};

/** Why the claim takes no arrangement at all. */
export function gateReasons({ policy, total }: Pick<Asked, "policy" | "total">): Reason[] {
  if (!policy.enabled) return [{ code: "arrangements_off", params: {} }];
  return total < policy.minClaim ? [{ code: "claim_too_small", params: { min: policy.minClaim } }] : [];
}

/** What the policy asks of every plan, whoever decides: how often, which day, how soon, how much at once. */
export function formReasons({ policy, total, wish, schedule, today }: Asked): Reason[] {
  const reasons: Reason[] = [];
  if (wish.settlement) {
    return policy.settlementDiscountPercent > 0 ? [] : [{ code: "settlement_not_offered", params: {} }];
  }
  const spread = spreadOver(schedule, today);
  const first = spread[0];
  if (first === undefined) return [];
  if (!policy.frequencies.includes(wish.frequency)) {
    reasons.push({ code: "frequency_not_offered", params: { offered: policy.frequencies } });
  }
  if (wish.frequency === "monthly" && (wish.payDay === null || !policy.allowedDays.includes(wish.payDay))) {
    reasons.push({ code: "pay_day_not_offered", params: { offered: policy.allowedDays } });
  }
  const latest = latestFirstDay(policy, wish, today);
  if (first.dueOn > latest) {
    reasons.push({ code: "first_payment_too_late", params: { on: first.dueOn, latest } });
  }
  const deposit = shareOf(total, policy.downPaymentPercent);
  if (wish.downPayment < deposit) {
    reasons.push({ code: "deposit_too_low", params: { percent: policy.downPaymentPercent, amount: deposit } });
  }
  return reasons;
}

/** What keeps the policy from accepting by itself. */
export function policyReasons(asked: Asked): Reason[] {
  const { policy, wish, schedule, today } = asked;
  const { maxInstalments, minInstalment, maxDurationDays } = policy.autoAccept;
  const spread = spreadOver(schedule, today);
  if (wish.settlement || spread.length === 0) return [];
  const reasons: Reason[] = [];
  if (spread.length > maxInstalments) {
    reasons.push({ code: "too_many_instalments", params: { count: spread.length, max: maxInstalments } });
  }
  const lowest = spread.map(({ amount }) => amount).reduce(smallest);
  if (spread.length > 1 && lowest < minInstalment) {
    reasons.push({ code: "instalment_too_low", params: { amount: lowest, min: minInstalment } });
  }
  const days = daysBetween(today, spread.at(-1)?.dueOn ?? today);
  if (days > maxDurationDays) reasons.push({ code: "takes_too_long", params: { days, max: maxDurationDays } });
  if (!wish.budgetUsed && needsBudget(asked)) {
    reasons.push({ code: "budget_form_needed", params: policy.requireBudgetForm });
  }
  return reasons;
}

/** What is outside even that which a person may allow. */
export function reviewReasons({ policy, wish, schedule, today }: Asked): Reason[] {
  const { maxInstalments, maxDurationMonths } = policy.review;
  const spread = spreadOver(schedule, today);
  const lastOn = spread.at(-1)?.dueOn;
  if (wish.settlement || lastOn === undefined) return [];
  const reasons: Reason[] = [];
  if (spread.length > maxInstalments) {
    reasons.push({ code: "too_many_instalments", params: { count: spread.length, max: maxInstalments } });
  }
  const latest = endOfMonthAfter(today, maxDurationMonths);
  if (lastOn > latest) {
    const max = daysBetween(today, latest);
    reasons.push({ code: "takes_too_long", params: { days: daysBetween(today, lastOn), max } });
  }
  return reasons;
}

export function hardReasons({ policy, schedule, today }: Pick<Asked, "policy" | "schedule" | "today">): Reason[] {
  const { months } = policy.hardMax;
  const lastOn = schedule.at(-1)?.dueOn ?? today;
  return lastOn > endOfMonthAfter(today, months) ? [{ code: "over_hard_maximum", params: { months } }] : [];
}

/** Whether the creditor asks for the budget sheet first: by the amount that is spread, or by the months it takes. */
export function needsBudget({ policy, total, wish, schedule, today }: Asked): boolean {
  const { above, aboveMonths } = policy.requireBudgetForm;
  if (wish.settlement) return false;
  const lastOn = schedule.at(-1)?.dueOn ?? today;
  return minus(total, smallest(wish.downPayment, total)) > above || lastOn > endOfMonthAfter(today, aboveMonths);
}

/** The instalments after the deposit, which is due today. */
export function spreadOver(schedule: Schedule, today: LocalDate): Schedule {
  return schedule.filter(({ dueOn, amount }) => dueOn > today && amount > ZERO);
}

/** The latest day for the first instalment: within the term of the policy, or the first that the pay day gives. */
export function latestFirstDay(
  policy: ArrangementPolicy,
  { frequency, payDay }: Pick<Wish, "frequency" | "payDay">,
  today: LocalDate,
): LocalDate {
  return later(addDays(today, policy.firstPaymentWithinDays), firstDueDay({ policy, frequency, payDay, today }));
}
