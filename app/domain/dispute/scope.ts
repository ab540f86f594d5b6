import { asCents, type Cents, largest, minus, plus, smallest, sum, ZERO } from "../money.ts";
import { err, ok, type Result } from "../result.ts";
import type { Statement } from "../statement.ts";

/** What the debtor does not agree with: all of the claim, named parts of it, or an amount that is too much. */
export type DisputeScope =
  | { readonly kind: "whole" }
  | {
      readonly kind: "parts";
      /** Principal of these invoices, and the interest over it. */
      readonly invoices: readonly string[];
      readonly interest: boolean;
      /** Collection costs with their VAT. */
      readonly costs: boolean;
    }
  | { readonly kind: "amount"; readonly amount: Cents };

/**
 * What is disputed as of the end of a day. Principal and interest are what is open on them. Costs, with their VAT, are what
 * was asked where they were named, because a payment goes to costs first (BW 6:44) and so pays what nobody agreed with.
 */
export type Disputed = {
  readonly invoices: readonly { readonly id: string; readonly amount: Cents }[];
  readonly interest: Cents;
  readonly costs: Cents;
};

export type ScopeFault =
  | { readonly kind: "nothing_open" | "nothing_named" | "unknown_invoice" | "amount_not_positive" }
  | { readonly kind: "amount_above_open"; readonly open: Cents };

/**
 * What is open on the part that a scope names. An amount is taken from the principal, the invoice that was due last
 * first, and what is beyond it from costs and interest. Refused: a part on which nothing is open, an invoice of another
 * claim, an amount of zero or of more than is open.
 */
export function disputedOf(statement: Statement, scope: DisputeScope): Result<Disputed, ScopeFault> {
  if (statement.open === ZERO) return err({ kind: "nothing_open" });
  switch (scope.kind) {
    case "whole":
      return ok(everything(statement));
    case "parts":
      return ofParts(statement, scope);
    case "amount":
      return ofAmount(statement, scope.amount);
  }
}

/**
 * What a decision is about. Of a dispute over all of a claim also what came open again since, by money that went back;
 * what was paid since stays disputed. Of a part or an amount what was disputed on its day.
 */
export function disputedAtDecision(
  statement: Statement,
  { scope, disputed }: { readonly scope: DisputeScope; readonly disputed: Disputed },
): Disputed {
  if (scope.kind !== "whole") return disputed;
  const now = everything(statement);
  const on = ({ invoices }: Disputed, id: string) => invoices.find((invoice) => invoice.id === id)?.amount ?? ZERO;
  const ids = new Set([...disputed.invoices, ...now.invoices].map(({ id }) => id));
  return {
    invoices: [...ids].map((id) => ({ id, amount: largest(on(disputed, id), on(now, id)) })),
    interest: largest(disputed.interest, now.interest),
    costs: largest(disputed.costs, now.costs),
  };
}

/** The sum of the disputed part. */
export function totalDisputed(disputed: Disputed): Cents {
  return plus(sum(disputed.invoices.map(({ amount }) => amount)), plus(disputed.interest, disputed.costs));
}

/**
 * How much of a claim is disputed now and how much is not: what was disputed when the dispute was opened, less what was
 * paid of it since. Payments are taken to be for the undisputed part first; paying a disputed part is no admission.
 */
export function sharesNow(
  statement: Statement,
  { kind, amount }: { readonly kind: DisputeScope["kind"]; readonly amount: Cents },
): { readonly disputed: Cents; readonly undisputed: Cents } {
  const disputed = kind === "whole" ? statement.open : smallest(amount, statement.open);
  return { disputed, undisputed: minus(statement.open, disputed) };
}

/** The collection costs that were asked, paid or not, with their VAT. */
export function costsAskedOf({ costs, vat }: Pick<Statement, "costs" | "vat">): Cents {
  return plus(minus(costs.total, costs.waived), minus(vat.total, vat.waived));
}

const costsOpen = ({ costs, vat }: Statement): Cents => plus(costs.open, vat.open);

function everything(statement: Statement): Disputed {
  const invoices = statement.invoices.flatMap(({ invoiceId: id, open }) => (open > 0n ? [{ id, amount: open }] : []));
  return { invoices, interest: statement.interest.open, costs: costsOpen(statement) };
}

function ofParts(
  statement: Statement,
  { invoices: named, interest, costs }: Extract<DisputeScope, { kind: "parts" }>,
): Result<Disputed, ScopeFault> {
  if (named.length === 0 && !interest && !costs) return err({ kind: "nothing_named" });
  if (named.some((id) => !statement.invoices.some(({ invoiceId }) => invoiceId === id))) {
    return err({ kind: "unknown_invoice" });
  }
  const chosen = statement.invoices.filter(({ invoiceId }) => named.includes(invoiceId));
  const disputed: Disputed = {
    invoices: chosen.flatMap(({ invoiceId: id, open }) => (open > 0n ? [{ id, amount: open }] : [])),
    interest: interest ? statement.interest.open : sum(chosen.map(({ interestOpen }) => interestOpen)),
    costs: costs ? costsAskedOf(statement) : ZERO,
  };
  // Costs that are announced and not due yet can be disputed too: then they do not fall due.
  const announced = costs && statement.costs.total === ZERO && statement.costs.dueFrom !== null;
  return totalDisputed(disputed) === ZERO && !announced ? err({ kind: "nothing_open" }) : ok(disputed);
}

function ofAmount(statement: Statement, amount: Cents): Result<Disputed, ScopeFault> {
  if (amount <= 0n) return err({ kind: "amount_not_positive" });
  if (amount > statement.open) return err({ kind: "amount_above_open", open: statement.open });
  let left = amount;
  const take = (open: Cents): Cents => {
    const taken = smallest(left, open);
    left = asCents(left - taken);
    return taken;
  };
  const invoices = [...statement.invoices]
    .reverse()
    .map(({ invoiceId: id, open }) => ({ id, amount: take(open) }))
    .filter(({ amount: taken }) => taken > 0n);
  const costs = take(costsOpen(statement));
  return ok({ invoices, costs, interest: take(statement.interest.open) });
}
