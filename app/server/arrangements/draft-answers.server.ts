import type { ArrangementMethod, ArrangementPolicy, Frequency, PayDay } from "#app/domain/arrangement/policy.ts";
import { perInstalmentOf, perMonthOf, type Wish } from "#app/domain/arrangement/wish.ts";
import { type Cents, ZERO } from "#app/domain/money.ts";

export type PayDays = { readonly frequency: Frequency; readonly payDay: PayDay | null };

/** What a debtor filled in so far on the way to a proposal; null where nothing was answered yet. */
export type ArrangementDraft = {
  readonly claimIds: readonly string[];
  /** Paid at once; zero for none. */
  readonly deposit: Cents | null;
  readonly perMonth: Cents | null;
  readonly budgetUsed: boolean;
  /** What the creditor asks cannot be spared: no plans to choose from, a person looks at what can. */
  readonly belowTheRules: boolean;
  readonly days: PayDays | null;
  /** The plan that was chosen. */
  readonly wish: Wish | null;
  readonly reason: { readonly code: string | null; readonly text: string } | null;
  readonly method: ArrangementMethod | null;
};

export function newDraft(claimIds: readonly string[]): ArrangementDraft {
  return {
    claimIds,
    deposit: null,
    perMonth: null,
    budgetUsed: false,
    belowTheRules: false,
    days: null,
    wish: null,
    reason: null,
    method: null,
  };
}

/** An answer; `keepPlan` when only that answer of a finished proposal changes, and the rest of it stays. */
export type Answered = { readonly keepPlan: boolean };

export function withDeposit(draft: ArrangementDraft, deposit: Cents, { keepPlan }: Answered): ArrangementDraft {
  return { ...draft, deposit, wish: changed(draft, { keepPlan }, (wish) => ({ ...wish, downPayment: deposit })) };
}

export function withPerMonth(draft: ArrangementDraft, perMonth: Cents, { keepPlan }: Answered): ArrangementDraft {
  const wish = changed(draft, { keepPlan }, (before) => ({
    ...before,
    perInstalment: perInstalmentOf(perMonth, before.frequency),
  }));
  return { ...draft, perMonth, belowTheRules: false, wish };
}

/** From the budget sheet: that it was used, and the amount that was chosen with it. None of its lines. */
export function withBudget(draft: ArrangementDraft, perMonth: Cents, answered: Answered): ArrangementDraft {
  const used = { ...draft, budgetUsed: true, wish: draft.wish && { ...draft.wish, budgetUsed: true } };
  return perMonth > ZERO ? withPerMonth(used, perMonth, answered) : used;
}

/** What can be spared does not reach what the creditor asks, and a person is to look at it; zero is an answer too. */
export function withLessThanAsked(draft: ArrangementDraft, perMonth: Cents): ArrangementDraft {
  return { ...draft, deposit: draft.deposit ?? ZERO, perMonth, belowTheRules: true, wish: null };
}

export function withDays(draft: ArrangementDraft, days: PayDays, { keepPlan }: Answered): ArrangementDraft {
  const wish = changed(draft, { keepPlan }, (before) => ({
    ...before,
    ...days,
    firstOn: null,
    perInstalment:
      before.frequency === days.frequency
        ? before.perInstalment
        : perInstalmentOf(perMonthOf(before.perInstalment, before.frequency), days.frequency),
  }));
  return { ...draft, days, wish };
}

/** One of the plans that were shown. */
export function withPlan(draft: ArrangementDraft, wish: Wish): ArrangementDraft {
  if (wish.settlement) return { ...draft, belowTheRules: false, wish };
  const { downPayment, perInstalment, frequency, payDay } = wish;
  return {
    ...draft,
    deposit: downPayment,
    perMonth: perMonthOf(perInstalment, frequency),
    belowTheRules: false,
    days: { frequency, payDay },
    wish,
  };
}

/** What is asked for so far: the chosen plan, else what the answers come to. Null while an answer is missing. */
export function wishOf(draft: ArrangementDraft, policy: ArrangementPolicy): Wish | null {
  if (draft.wish) return draft.wish;
  const { deposit, perMonth, budgetUsed } = draft;
  const days = draft.days ?? (hasNothingToSpare(draft) ? usualDays(policy) : null);
  if (deposit === null || perMonth === null || days === null) return null;
  const perInstalment = perInstalmentOf(perMonth, days.frequency);
  return { downPayment: deposit, perInstalment, ...days, firstOn: null, budgetUsed, settlement: false };
}

/** Then no day to pay on is asked either. */
export function hasNothingToSpare({ belowTheRules, perMonth }: ArrangementDraft): boolean {
  return belowTheRules && perMonth === ZERO;
}

function usualDays({ frequencies, allowedDays }: ArrangementPolicy): PayDays {
  const frequency = frequencies.includes("monthly") ? "monthly" : (frequencies[0] ?? "monthly");
  return { frequency, payDay: frequency === "monthly" ? (allowedDays[0] ?? 1) : null };
}

/** The plan after a change, or none, so that the debtor is shown the plans anew. A settlement has no parts to change. */
function changed(draft: ArrangementDraft, { keepPlan }: Answered, change: (wish: Wish) => Wish): Wish | null {
  return keepPlan && draft.wish && !draft.wish.settlement ? change(draft.wish) : null;
}
