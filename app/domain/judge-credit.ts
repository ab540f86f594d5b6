import type { LedgerEntry } from "./ledger.ts";
import { type Cents, minus, smallest, sum } from "./money.ts";
import { err, ok, type Result } from "./result.ts";

export type CreditAsked = {
  /** The credit note in the world. */
  readonly factKey: string;
  readonly amount: Cents;
  /** Null: the claim as a whole. */
  readonly invoiceId: string | null;
};

export type CreditJudgement = Result<
  /** unchanged: this credit note is among the entries. */
  "credited" | "unchanged",
  /** The same credit note is there with another amount. */
  | { readonly kind: "credit_differs"; readonly booked: Cents }
  | { readonly kind: "credit_exceeds_principal"; readonly allowed: Cents }
>;

/** What a credit note does to a claim: at most what was charged and not credited before can be credited, once. */
export function judgeCredit(
  ledger: readonly LedgerEntry[],
  { factKey, amount, invoiceId }: CreditAsked,
): CreditJudgement {
  const booked = ledger.find((entry) => entry.factKey === factKey);
  if (booked)
    return booked.amount === amount ? ok("unchanged") : err({ kind: "credit_differs", booked: booked.amount });
  const allowed = creditable(ledger, invoiceId);
  return amount > allowed ? err({ kind: "credit_exceeds_principal", allowed }) : ok("credited");
}

function creditable(ledger: readonly LedgerEntry[], invoiceId: string | null): Cents {
  const ofAll = minus(totalOf(ledger, "principal"), totalOf(ledger, "credit"));
  if (invoiceId === null) return ofAll;
  const own = ledger.filter((entry) => "invoiceId" in entry && entry.invoiceId === invoiceId);
  return smallest(ofAll, minus(totalOf(own, "principal"), totalOf(own, "credit")));
}

function totalOf(entries: readonly LedgerEntry[], type: LedgerEntry["type"]): Cents {
  return sum(entries.filter((entry) => entry.type === type).map((entry) => entry.amount));
}
