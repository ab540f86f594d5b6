import { negotiate, suggestOptions } from "#app/domain/arrangement/negotiate.ts";
import { type NegotiationInput, type Option, sooner } from "#app/domain/arrangement/options.ts";
import type { ArrangementPolicy } from "#app/domain/arrangement/policy.ts";
import { discountOf, perMonthOf, scheduleOf, type Wish } from "#app/domain/arrangement/wish.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { asCents, type Cents, plus, ZERO } from "#app/domain/money.ts";

/**
 * What was asked, first and even when only a person can allow it, and up to three plans that are worked out near it.
 */
export function plansToChoose({
  perMonth,
  ...input
}: NegotiationInput & { readonly perMonth: Cents }): readonly Option[] {
  const { policy, total, wish, today } = input;
  const { downPayment, frequency, payDay, firstOn, budgetUsed } = wish;
  const options = suggestOptions({ policy, total, perMonth, downPayment, frequency, payDay, firstOn, budgetUsed, today }); // prettier-ignore
  if (options.some(({ kind }) => kind === "asked")) return options;
  const schedule = scheduleOf(input) ?? [];
  const decidedBy = negotiate(input).kind === "accepted" ? "policy" : "person";
  return [{ kind: "asked", wish, schedule, decidedBy, discount: discountOf(input) }, ...options];
}

/** The least a month that is accepted at once after a deposit; null when the policy accepts nothing at once. */
export function leastAtOnce(input: {
  readonly policy: ArrangementPolicy;
  readonly total: Cents;
  readonly deposit: Cents;
  readonly today: LocalDate;
}): Cents | null {
  const { policy, total, deposit, today } = input;
  const frequency = policy.frequencies.includes("monthly") ? "monthly" : (policy.frequencies[0] ?? "monthly");
  const payDay = frequency === "monthly" ? (policy.allowedDays[0] ?? 1) : null;
  const wish: Wish = { downPayment: deposit, perInstalment: ZERO, frequency, payDay, firstOn: null, budgetUsed: true, settlement: false }; // prettier-ignore
  const option = sooner({ policy, total, wish, today }, policy.autoAccept.maxInstalments);
  if (option === null) return null;
  const perMonth = perMonthOf(option.wish.perInstalment, frequency);
  return frequency === "monthly" ? perMonth : plus(perMonth, asCents(1n));
}
