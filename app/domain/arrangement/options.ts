import type { LocalDate } from "../calendar.ts";
import { asCents, type Cents, largest, minus, plus, ZERO } from "../money.ts";
import type { ArrangementPolicy, Frequency, PayDay } from "./policy.ts";
import { formReasons, gateReasons, hardReasons, latestFirstDay, policyReasons, reviewReasons } from "./reasons.ts";
import { MOST_INSTALMENTS, type Schedule, shareOf } from "./schedule.ts";
import { discountOf, perInstalmentOf, perMonthOf, scheduleOf, type Wish } from "./wish.ts";

/**
 * asked: what was asked. other_days: the same, on days that the policy offers. sooner: fewer and higher instalments.
 * deposit: a part at once, so that the rest fits. longer: less each time, when a person allows it. settlement: all at
 * once with a discount.
 */
export type OptionKind = "asked" | "other_days" | "sooner" | "deposit" | "longer" | "settlement";

export type Option = {
  readonly kind: OptionKind;
  /** To ask for the option: the answer to it is as `decidedBy` says. */
  readonly wish: Wish;
  readonly schedule: Schedule;
  readonly decidedBy: "policy" | "person";
  /** What the creditor gives up when it is paid; the schedule is that much lower than the total. */
  readonly discount: Cents;
};

export const MOST_OPTIONS = 3;

export type NegotiationInput = {
  /** Of the total: see `policyFor`. */
  readonly policy: ArrangementPolicy;
  readonly total: Cents;
  readonly wish: Wish;
  readonly today: LocalDate;
};

/** The wish as an option; null when neither the policy nor a person can allow it. */
export function asOption(kind: OptionKind, input: NegotiationInput): Option | null {
  const schedule = scheduleOf(input);
  if (schedule === null) return null;
  const asked = { ...input, schedule };
  if (![gateReasons, formReasons, hardReasons].every((check) => check(asked).length === 0)) return null;
  const option = { kind, wish: input.wish, schedule, discount: discountOf(input) };
  if (policyReasons(asked).length === 0) return { ...option, decidedBy: "policy" };
  return reviewReasons(asked).length === 0 ? { ...option, decidedBy: "person" } : null;
}

/** What the policy accepts at once, near the wish; the kinds that do not fit are left out. */
export function policyOptions(input: NegotiationInput): Option[] {
  const wish = onOfferedDays(input);
  const nearest = { ...input, wish };
  const asked = scheduleOf(nearest);
  const most = Math.min(input.policy.autoAccept.maxInstalments, asked?.length ?? MOST_INSTALMENTS);
  return [otherDays(input, wish), sooner(nearest, most), higherDeposit(nearest), settlement(input)].filter(isByPolicy);
}

/** There is an option and the policy accepts it by itself. */
export function isByPolicy(option: Option | null): option is Option & { readonly decidedBy: "policy" } {
  return option?.decidedBy === "policy";
}

/** The longest that a person may allow, when the policy itself allows only less. */
export function longerOption(input: NegotiationInput): Option | null {
  const option = sooner({ ...input, wish: onOfferedDays(input) }, input.policy.review.maxInstalments, "longer");
  return option?.decidedBy === "person" ? option : null;
}

/** The nearest first, none twice: by the most extra money that the debtor must have found on any day. */
export function nearestFirst(options: readonly Option[], asked: Schedule): Option[] {
  const distances = new Map(options.map((option) => [option, extraMoney(option.schedule, asked)]));
  const byDistance = [...options].sort((left, right) => {
    const difference = (distances.get(left) ?? ZERO) - (distances.get(right) ?? ZERO);
    return difference === 0n ? left.schedule.length - right.schedule.length : difference < 0n ? -1 : 1;
  });
  return byDistance.filter(
    (option, index) => byDistance.findIndex((other) => sameSchedule(other.schedule, option.schedule)) === index,
  );
}

export function sameSchedule(left: Schedule, right: Schedule): boolean {
  const same = ({ dueOn, amount }: Schedule[number], other: Schedule[number] | undefined) =>
    dueOn === other?.dueOn && amount === other.amount;
  return left.length === right.length && left.every((instalment, index) => same(instalment, right[index]));
}

/** Fewer, higher instalments: as many as are allowed up to `most`. */
export function sooner(input: NegotiationInput, most: number, kind: "sooner" | "longer" = "sooner"): Option | null {
  const { total, wish } = input;
  const downPayment = largest(wish.downPayment, requiredDeposit(input));
  const rest = minus(total, downPayment);
  if (rest <= 0n) return null;
  for (let count = BigInt(most); count >= 1n; count -= 1n) {
    const perInstalment = asCents((rest + count - 1n) / count);
    const option = asOption(kind, { ...input, wish: { ...wish, downPayment, perInstalment } });
    if (option !== null && (kind === "longer" || option.decidedBy === "policy")) return option;
  }
  return null;
}

/** The same amount each time after a higher deposit, of at most half the total. */
function higherDeposit(input: NegotiationInput): Option | null {
  const { policy, total, wish } = input;
  const perInstalment = largest(wish.perInstalment, policy.autoAccept.minInstalment);
  const least = largest(wish.downPayment, requiredDeposit(input));
  for (let count = policy.autoAccept.maxInstalments; count >= 1; count -= 1) {
    const downPayment = largest(least, minus(total, asCents(perInstalment * BigInt(count))));
    if (downPayment > largest(least, shareOf(total, 50))) return null;
    const option = asOption("deposit", { ...input, wish: { ...wish, downPayment, perInstalment } });
    if (downPayment > wish.downPayment && option?.decidedBy === "policy") return option;
  }
  return null;
}

function otherDays(input: NegotiationInput, onOffered: Wish): Option | null {
  const downPayment = largest(onOffered.downPayment, requiredDeposit(input));
  const kind = downPayment > input.wish.downPayment ? "deposit" : "other_days";
  return asOption(kind, { ...input, wish: { ...onOffered, downPayment } });
}

function settlement(input: NegotiationInput): Option | null {
  return asOption("settlement", { ...input, wish: { ...input.wish, settlement: true } });
}

function requiredDeposit({ policy, total }: NegotiationInput): Cents {
  return shareOf(total, policy.downPaymentPercent);
}

/** The wish in the nearest rhythm, day and first day that are offered. */
function onOfferedDays({ policy, wish, today }: NegotiationInput): Wish {
  const frequency = nearestFrequency(wish.frequency, policy.frequencies);
  const perInstalment =
    frequency === wish.frequency
      ? wish.perInstalment
      : perInstalmentOf(perMonthOf(wish.perInstalment, wish.frequency), frequency);
  const payDay = frequency === "monthly" ? nearestPayDay(wish.payDay, policy.allowedDays) : null;
  const latest = latestFirstDay(policy, { frequency, payDay }, today);
  const isTooLate = wish.firstOn !== null && wish.firstOn > latest;
  const firstOn = isTooLate ? (frequency === "monthly" ? null : latest) : wish.firstOn;
  return { ...wish, settlement: false, frequency, perInstalment, payDay, firstOn };
}

const DAYS_APART = { weekly: 7, four_weekly: 28, monthly: 30 } as const;

function nearestFrequency(asked: Frequency, offered: readonly Frequency[]): Frequency {
  const apart = (frequency: Frequency) => Math.abs(DAYS_APART[frequency] - DAYS_APART[asked]);
  return (
    offered.reduce<Frequency | null>(
      (nearest, frequency) => (nearest === null || apart(frequency) < apart(nearest) ? frequency : nearest),
      null,
    ) ?? asked
  );
}

function nearestPayDay(asked: PayDay | null, offered: readonly PayDay[]): PayDay | null {
  const ofMonth = (payDay: PayDay | null) => (payDay === "month_end" ? 31 : (payDay ?? 1));
  const apart = (payDay: PayDay) => Math.abs(ofMonth(payDay) - ofMonth(asked));
  return offered.reduce<PayDay | null>(
    (nearest, payDay) => (nearest === null || apart(payDay) < apart(nearest) ? payDay : nearest),
    null,
  );
}

function extraMoney(schedule: Schedule, asked: Schedule): Cents {
  let most = ZERO;
  let ahead = ZERO;
  let at = 0;
  for (const { dueOn, amount } of schedule) {
    ahead = plus(ahead, amount);
    for (let next = asked[at]; next !== undefined && next.dueOn <= dueOn; next = asked[at]) {
      ahead = minus(ahead, next.amount);
      at += 1;
    }
    most = largest(most, ahead);
  }
  return most;
}
