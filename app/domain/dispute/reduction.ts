import { earlier, type LocalDate } from "../calendar.ts";
import type { CreditEntry, LedgerEntry, PrincipalEntry, WaiverEntry } from "../ledger.ts";
import { asCents, type Cents, minus, smallest, sum, ZERO } from "../money.ts";
import type { Statement } from "../statement.ts";
import { type Disputed, type DisputeScope, totalDisputed } from "./scope.ts";

/** What a decision takes off a claim, by part: at most what was disputed. */
export type Reduction = Disputed;

/**
 * Divides an amount that the creditor takes off over the disputed part: what the debtor named as wrong first. Named costs,
 * then named interest, then the invoices as they were due; of a whole claim or an amount the invoices first. Null when it
 * is more than was disputed.
 */
export function divideReduction(disputed: Disputed, scope: DisputeScope, amount: Cents): Reduction | null {
  if (amount > totalDisputed(disputed)) return null;
  let left = amount;
  const take = (most: Cents): Cents => {
    const taken = smallest(left, most);
    left = asCents(left - taken);
    return taken;
  };
  const takeInvoices = () => disputed.invoices.map(({ id, amount: most }) => ({ id, amount: take(most) }));
  if (scope.kind === "parts") {
    const costs = scope.costs ? take(disputed.costs) : ZERO;
    const interest = scope.interest ? take(disputed.interest) : ZERO;
    const invoices = takeInvoices();
    return { invoices, costs, interest: asCents(interest + take(minus(disputed.interest, interest))) };
  }
  const invoices = takeInvoices();
  const costs = take(disputed.costs);
  return { invoices, costs, interest: take(disputed.interest) };
}

/**
 * The ledger entries that take principal off: each invoice is credited as of the day it was charged, for what was asked
 * wrongly was never owed. Interest and collection costs over it go with it, and what was paid too much becomes credit.
 */
export function creditEntries(
  disputeId: string,
  { reduction, entries }: { readonly reduction: Reduction; readonly entries: readonly LedgerEntry[] },
): CreditEntry[] {
  const charged = new Map(
    entries
      .filter((entry): entry is PrincipalEntry => entry.type === "principal")
      .map((entry) => [entry.invoiceId, entry]),
  );
  const totalOf = (type: LedgerEntry["type"]) => sum(entries.flatMap((entry) => (entry.type === type ? [entry.amount] : []))); // prettier-ignore
  // A credit note for the claim as a whole counts too: no more is taken off than is left of all of it.
  let ofAll = minus(totalOf("principal"), totalOf("credit"));
  return reduction.invoices.flatMap(({ id, amount }) => {
    const invoice = charged.get(id);
    const credited = sum(
      entries.flatMap((entry) => (entry.type === "credit" && entry.invoiceId === id ? [entry.amount] : [])),
    );
    const most = invoice ? smallest(smallest(amount, minus(invoice.amount, credited)), ofAll) : ZERO;
    if (!invoice || most <= ZERO) return [];
    ofAll = minus(ofAll, most);
    return [
      {
        type: "credit" as const,
        factKey: `${disputeId}:credited:${id}`,
        valueDate: invoice.valueDate,
        sequence: 0,
        amount: most,
        invoiceId: id,
      },
    ];
  });
}

/**
 * The entries that give up costs and interest, of what a statement of the day the dispute was opened still has of them
 * once the principal was credited. Costs are given up as of the day they fell due, so that what was paid on them goes to the
 * rest; interest as of the day of the dispute. Costs that have not fallen due yet are given up by their tariff.
 */
export function waiverEntries(
  disputeId: string,
  input: {
    readonly wanted: { readonly costs: Cents | "all"; readonly interest: Cents | "all" };
    readonly openedOn: LocalDate;
    /** As of `openedOn`, with the credit entries. */
    readonly statement: Statement;
    /** Of costs that are announced, VAT included; zero when none are. */
    readonly announcedCosts: Cents;
  },
): WaiverEntry[] {
  const { wanted, openedOn, statement, announcedCosts } = input;
  const { costs, vat, interest } = statement;
  const dueCosts = asCents(costs.total - costs.waived + vat.total - vat.waived);
  const costsLeft = dueCosts > ZERO ? dueCosts : announcedCosts;
  const costsOff = wanted.costs === "all" ? costsLeft : smallest(wanted.costs, costsLeft);
  const interestOff = wanted.interest === "all" ? interest.open : smallest(wanted.interest, interest.open);
  const costsOn = costs.dueFrom === null ? openedOn : earlier(costs.dueFrom, openedOn);
  const off = [
    { type: "costs_waived" as const, amount: costsOff, valueDate: costsOn },
    { type: "interest_waived" as const, amount: interestOff, valueDate: openedOn },
  ];
  return off
    .filter(({ amount }) => amount > ZERO)
    .map(({ type, amount, valueDate }) => ({
      type,
      factKey: `${disputeId}:${type}`,
      valueDate,
      sequence: 0,
      amount,
    }));
}
