import type { Allocation } from "./account.ts";
import { type Cents, toDecimal } from "./money.ts";
import { toPercent } from "./rate.ts";
import type { Statement } from "./statement.ts";

type Settled = { total: string; paid: string; open: string };

/** The statement as the API gives it: days as text, amounts as plain strings in euro. */
export type StatementJson = {
  claim: string;
  asOf: string;
  principal: Settled & { credited: string };
  /** `waived` is there only when the creditor gave some up: total − waived − paid = open. */
  interest: Settled & {
    waived?: string;
    lines: {
      invoice: string;
      from: string;
      to: string;
      days: number;
      ratePercent: string;
      base: string;
      amount: string;
    }[];
  };
  costs: Settled & { waived?: string; state: Statement["costs"]["state"]; dueFrom: string | null };
  vat: Settled & { waived?: string; ratePercent: string };
  entries: { date: string; type: string; amount: string; allocation: Record<keyof Allocation, string> }[];
  open: string;
  credit: string;
};

export function statementJson(claimId: string, statement: Statement): StatementJson {
  const { principal, interest, costs, vat } = statement;
  return {
    claim: claimId,
    asOf: statement.asOf,
    principal: {
      total: toDecimal(principal.total),
      credited: toDecimal(principal.credited),
      paid: toDecimal(principal.paid),
      open: toDecimal(principal.open),
    },
    interest: {
      ...settled(interest),
      lines: interest.lines.map((line) => ({
        invoice: line.invoiceId,
        from: line.from,
        to: line.to,
        days: line.days,
        ratePercent: toPercent(line.rate),
        base: toDecimal(line.base),
        amount: toDecimal(line.amount),
      })),
    },
    costs: { ...settled(costs), state: costs.state, dueFrom: costs.dueFrom },
    vat: { ratePercent: toPercent(vat.rate), ...settled(vat) },
    entries: statement.entries.map(({ date, type, amount, allocation }) => ({
      date,
      type,
      amount: toDecimal(amount),
      allocation: {
        costs: toDecimal(allocation.costs),
        vat: toDecimal(allocation.vat),
        interest: toDecimal(allocation.interest),
        principal: toDecimal(allocation.principal),
        credit: toDecimal(allocation.credit),
      },
    })),
    open: toDecimal(statement.open),
    credit: toDecimal(statement.credit),
  };
}

function settled(part: { total: Cents; waived: Cents; paid: Cents; open: Cents }): Settled & { waived?: string } {
  return {
    total: toDecimal(part.total),
    ...(part.waived > 0n ? { waived: toDecimal(part.waived) } : {}),
    paid: toDecimal(part.paid),
    open: toDecimal(part.open),
  };
}
