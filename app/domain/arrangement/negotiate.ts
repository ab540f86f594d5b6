import type { LocalDate } from "../calendar.ts";
import { addWorkingDays } from "../holidays.ts";
import { asCents, type Cents, ZERO } from "../money.ts";
import {
  asOption,
  isByPolicy,
  longerOption,
  MOST_OPTIONS,
  nearestFirst,
  type NegotiationInput,
  type Option,
  policyOptions,
  sooner,
} from "./options.ts";
import type { ArrangementPolicy, Frequency, PayDay } from "./policy.ts";
import { formReasons, gateReasons, hardReasons, policyReasons, type Reason, reviewReasons } from "./reasons.ts";
import { type Schedule, shareOf } from "./schedule.ts";
import { discountOf, perInstalmentOf, scheduleOf, type Wish } from "./wish.ts";

/** Never a refusal: a machine only accepts, offers something else, or leaves it to a person (GDPR art. 22). */
export type Answer =
  | { readonly kind: "accepted"; readonly schedule: Schedule; readonly discount: Cents }
  | {
      readonly kind: "counter";
      readonly asked: Schedule;
      readonly reasons: readonly Reason[];
      /** One to three, the nearest first. */
      readonly options: readonly Option[];
    }
  | {
      readonly kind: "person";
      /** Null when what can be spared would not pay the claim in a lifetime: only the wish is there to decide on. */
      readonly asked: Schedule | null;
      readonly reasons: readonly Reason[];
      /** None to three, each accepted at once when asked for instead. */
      readonly options: readonly Option[];
      readonly decideBefore: LocalDate;
    };

/**
 * The answer to a wish. accepted: within what the policy accepts at once. person: a person may allow it, or it is so far
 * out that no offer of a machine makes sense. counter: in between, with what can be done instead; whoever insists can
 * still have a person decide.
 */
export function negotiate(input: NegotiationInput): Answer {
  const { policy, total, today } = input;
  if (total <= 0n) throw new RangeError("there is nothing to arrange");
  const schedule = scheduleOf(input);
  const toPerson = { kind: "person", asked: schedule, decideBefore: decideBefore(policy, today) } as const;
  const gate = gateReasons(input);
  if (gate.length > 0) return { ...toPerson, reasons: gate, options: [] };
  if (schedule === null) {
    const reasons: Reason[] = [{ code: "over_hard_maximum", params: { months: policy.hardMax.months } }];
    return { ...toPerson, reasons, options: nearestFirst(policyOptions(input), []).slice(0, MOST_OPTIONS) };
  }
  const asked = { ...input, schedule };
  const form = formReasons(asked);
  const hard = hardReasons(asked);
  const reasons = [...form, ...policyReasons(asked), ...hard];
  if (reasons.length === 0) return { kind: "accepted", schedule, discount: discountOf(input) };
  const options = nearestFirst(policyOptions(input), schedule).slice(0, MOST_OPTIONS);
  const review = reviewReasons(asked);
  if (hard.length > 0 || (form.length === 0 && review.length === 0)) return { ...toPerson, reasons, options };
  const longer = review.length > 0 ? longerOption(input) : null;
  const counters = nearestFirst([...(longer === null ? [] : [longer]), ...options], schedule).slice(0, MOST_OPTIONS);
  if (!policy.counterOffer.enabled || counters.length === 0) return { ...toPerson, reasons, options };
  return { kind: "counter", asked: schedule, reasons, options: counters };
}

/**
 * Up to three plans to choose from: as asked, when the policy or a person can allow it, then what is near: sooner, with
 * a quarter paid at once, settled. Otherwise what would be offered instead.
 */
export function suggestOptions(input: {
  readonly policy: ArrangementPolicy;
  readonly total: Cents;
  readonly perMonth: Cents;
  readonly downPayment: Cents;
  readonly frequency: Frequency;
  readonly payDay: PayDay | null;
  readonly firstOn: LocalDate | null;
  readonly budgetUsed: boolean;
  readonly today: LocalDate;
}): readonly Option[] {
  const { policy, total, perMonth, today, ...chosen } = input;
  const wish: Wish = { ...chosen, perInstalment: perInstalmentOf(perMonth, chosen.frequency), settlement: false };
  const negotiation = { policy, total, wish, today };
  const asked = asOption("asked", negotiation);
  if (asked === null) {
    const answer = negotiate(negotiation);
    return answer.kind === "accepted" ? [] : answer.options;
  }
  const varied = [asked, ...variations(negotiation, asked)];
  const further = policyOptions(negotiation).filter(({ kind }) => varied.every((option) => option.kind !== kind));
  const near = nearestFirst([...varied, ...further], asked.schedule).filter((option) => option !== asked);
  return [asked, ...near].slice(0, MOST_OPTIONS);
}

function variations(input: NegotiationInput, asked: Option): Option[] {
  const { total, wish } = input;
  const count = asked.schedule.filter(({ dueOn }) => dueOn > input.today).length;
  const fewer = sooner(input, Math.min(Math.ceil((count * 2) / 3), count - 1));
  const quarter = shareOf(total, 25);
  const perInstalment = asCents((total - quarter + BigInt(count) - 1n) / BigInt(Math.max(1, count)));
  const deposit =
    wish.downPayment === ZERO && quarter > 0n && count > 1
      ? asOption("deposit", { ...input, wish: { ...wish, downPayment: quarter, perInstalment } })
      : null;
  return [fewer, deposit].filter(isByPolicy);
}

/** The last day on which the debtor hears what a person decided. */
export function decideBefore(policy: ArrangementPolicy, today: LocalDate): LocalDate {
  return addWorkingDays(today, policy.decisionTermWorkingDays);
}
