import type { LocalDate } from "../calendar.ts";
import { allocateProRata, type Cents, minus, smallest, sum, ZERO } from "../money.ts";
import type { Rate } from "../rate.ts";

/** Something that money can be set against. */
export type OpenPart<T> = { readonly part: T; readonly open: Cents };

export type Portion<T> = { readonly part: T; readonly amount: Cents };

/** Fills the tiers in order; within a tier in proportion to what is open. Says what is left when all is filled. */
export function fill<T>(
  amount: Cents,
  tiers: readonly (readonly OpenPart<T>[])[],
): { readonly portions: Portion<T>[]; readonly left: Cents } {
  const portions: Portion<T>[] = [];
  let left = amount;
  for (const tier of tiers) {
    const open = sum(tier.map((item) => item.open));
    const spent = smallest(left, open);
    if (spent === ZERO) continue;
    const shares = allocateProRata(
      spent,
      tier.map((item) => item.open),
    );
    tier.forEach(({ part }, index) => {
      const share = shares[index] ?? ZERO;
      if (share > 0n) portions.push({ part, amount: share });
    });
    left = minus(left, spent);
  }
  return { portions, left };
}

export type OpenAmounts = { readonly costs: Cents; readonly interest: Cents; readonly principal: Cents };

/** Costs, then interest that has run, then principal (BW 6:44 lid 1). Costs that are not due yet must not be passed in. */
export function impute(payment: Cents, open: OpenAmounts): OpenAmounts & { readonly overpayment: Cents } {
  const costs = smallest(payment, open.costs);
  const interest = smallest(minus(payment, costs), open.interest);
  const afterInterest = minus(minus(payment, costs), interest);
  const principal = smallest(afterInterest, open.principal);
  return { costs, interest, principal, overpayment: minus(afterInterest, principal) };
}

export type Obligation = OpenAmounts & { readonly id: string; readonly dueOn: LocalDate; readonly rate: Rate };

/**
 * Which claim a payment is for (BW 6:43), then costs, interest and principal within it (BW 6:44). First the one the
 * debtor named; then those that are due on the day of payment; then the most onerous, which is the highest rate; then
 * the oldest; equals in proportion to what is open, to the nearest cent.
 */
export function imputeAcross(input: {
  readonly payment: Cents;
  readonly paidOn: LocalDate;
  readonly designated: string | null;
  readonly obligations: readonly Obligation[];
}): { readonly allocated: ReadonlyMap<string, OpenAmounts>; readonly overpayment: Cents } {
  const named = input.obligations.filter((obligation) => obligation.id === input.designated);
  const others = input.obligations.filter((obligation) => obligation.id !== input.designated);
  const tiers = [named, ...equals(others, input.paidOn)].map((tier) =>
    tier.map((obligation) => ({ part: obligation, open: totalOpen(obligation) })),
  );
  const { portions, left } = fill(input.payment, tiers);
  const shares = new Map(portions.map(({ part, amount }) => [part.id, amount]));
  const allocated = input.obligations.map((obligation) => {
    const { costs, interest, principal } = impute(shares.get(obligation.id) ?? ZERO, obligation);
    return [obligation.id, { costs, interest, principal }] as const;
  });
  return { allocated: new Map(allocated), overpayment: left };
}

function equals(obligations: readonly Obligation[], paidOn: LocalDate): Obligation[][] {
  const sorted = [...obligations].sort((left, right) => precedence(left, right, paidOn));
  const tiers: Obligation[][] = [];
  for (const obligation of sorted) {
    const tier = tiers.at(-1);
    if (tier?.[0] && precedence(tier[0], obligation, paidOn) === 0) tier.push(obligation);
    else tiers.push([obligation]);
  }
  return tiers;
}

function precedence(left: Obligation, right: Obligation, paidOn: LocalDate): number {
  return (
    Number(right.dueOn < paidOn) - Number(left.dueOn < paidOn) ||
    Number(right.rate.numerator * left.rate.denominator - left.rate.numerator * right.rate.denominator) ||
    (left.dueOn < right.dueOn ? -1 : Number(left.dueOn > right.dueOn))
  );
}

function totalOpen(obligation: Obligation): Cents {
  return sum([obligation.costs, obligation.interest, obligation.principal]);
}
