import type { Allocation } from "#app/domain/account.ts";
import { asCents, type Cents, minus, sum, ZERO } from "#app/domain/money.ts";
import type { Statement } from "#app/domain/statement.ts";
import type { StatementEntry } from "#app/domain/statement-entries.ts";

/** A line of the sum on the page. What was paid, credited or given up is negative. */
export type StatementRow =
  | { readonly kind: "invoices" | "interest" | "costs" | "vat" | "credit"; readonly amount: Cents }
  | { readonly kind: "entry"; readonly amount: Cents; readonly entry: StatementEntry };

/** The lines that add up to what is open today. Lines that say nothing are left out; interest and costs always say something. */
export function statementRows(statement: Statement): StatementRow[] {
  const { principal, interest, costs, vat, entries, credit } = statement;
  const rows: StatementRow[] = [
    { kind: "invoices", amount: principal.total },
    { kind: "interest", amount: interest.total },
    { kind: "costs", amount: costs.total },
    { kind: "vat", amount: vat.total },
    ...entries.map((entry) => ({ kind: "entry", amount: minus(ZERO, placed(entry.allocation)), entry }) as const),
    { kind: "credit", amount: credit },
  ];
  return rows.filter(({ kind, amount }) => kind === "interest" || kind === "costs" || amount !== ZERO);
}

/** What of an entry counts in this claim, as far as it could be used. */
export function placed(allocation: Allocation): Cents {
  return sum(Object.values(allocation) as Cents[]);
}

/** Paid so far, in all parts of the claim. */
export function paidOf({ principal, interest, costs, vat }: Statement): Cents {
  return sum([principal.paid, interest.paid, costs.paid, vat.paid]);
}

export const absolute = (amount: Cents): Cents => (amount < 0n ? asCents(-amount) : amount);
