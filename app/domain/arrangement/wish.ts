import { addDays, type LocalDate } from "../calendar.ts";
import { asCents, type Cents, largest, minus, smallest, ZERO } from "../money.ts";
import { firstDueDay } from "./pay-days.ts";
import type { ArrangementPolicy, Frequency, PayDay } from "./policy.ts";
import { bySpare, type Schedule, shareOf } from "./schedule.ts";

/** What a debtor asks. */
export type Wish = {
  /** Paid on the day of acceptance; zero for none, the whole total for everything at once. */
  readonly downPayment: Cents;
  /** The most that can be spared each time. */
  readonly perInstalment: Cents;
  readonly frequency: Frequency;
  /** Of a monthly arrangement; null otherwise. */
  readonly payDay: PayDay | null;
  /** The first day to pay on after the deposit; null, or a day that is no longer to come: the first that the pay day gives. */
  readonly firstOn: LocalDate | null;
  /** Whether the budget sheet was filled in. */
  readonly budgetUsed: boolean;
  /** All at once, less the discount of the policy, in full and final settlement; the amounts and days above do not count then. */
  readonly settlement: boolean;
};

export type WishInput = {
  readonly policy: ArrangementPolicy;
  readonly total: Cents;
  readonly wish: Wish;
  readonly today: LocalDate;
};

/** The schedule of a wish; null when what can be spared would not pay it in a lifetime (`MOST_INSTALMENTS`). */
export function scheduleOf({ policy, total, wish, today }: WishInput): Schedule | null {
  if (wish.settlement) {
    const dueOn = addDays(today, Math.max(1, policy.firstPaymentWithinDays));
    return [{ seq: 1, dueOn, amount: minus(total, discountOf({ policy, total, wish })) }];
  }
  const { frequency, payDay, perInstalment } = wish;
  const downPayment = { amount: largest(ZERO, smallest(wish.downPayment, total)), on: today };
  const firstOn = firstDayOf({ policy, wish, today });
  return bySpare({ total, downPayment, perInstalment, frequency, payDay, firstOn });
}

/** What the creditor gives up when the wish is paid, rounded down. Zero but for a settlement. */
export function discountOf({ policy, total, wish }: Omit<WishInput, "today">): Cents {
  return wish.settlement ? shareOf(total, policy.settlementDiscountPercent) : ZERO;
}

function firstDayOf({ policy, wish, today }: Omit<WishInput, "total">): LocalDate {
  const { frequency, payDay } = wish;
  const first = firstDueDay({ policy, frequency, payDay, today });
  return wish.firstOn !== null && wish.firstOn > today ? wish.firstOn : first;
}

const PERIODS_A_YEAR = { weekly: 52n, four_weekly: 13n, monthly: 12n } as const;

/** What `perMonth` is each time in another rhythm, rounded down: never more than can be spared. */
export function perInstalmentOf(perMonth: Cents, frequency: Frequency): Cents {
  return asCents((perMonth * 12n) / PERIODS_A_YEAR[frequency]);
}

/** What an amount each time is a month, rounded down. */
export function perMonthOf(perInstalment: Cents, frequency: Frequency): Cents {
  return asCents((perInstalment * PERIODS_A_YEAR[frequency]) / 12n);
}
