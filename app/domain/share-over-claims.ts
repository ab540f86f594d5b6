import { imputeAcross, type Obligation } from "./law/imputation.ts";
import { type Cents, sum } from "./money.ts";
import { NO_RATE } from "./rate.ts";
import type { Statement } from "./statement.ts";

export type OpenClaim = { readonly id: string; readonly statement: Statement };

/**
 * Shares an amount that is for several claims together over them, each up to what is open on it, as the law does where the
 * debtor names none (BW 6:43 lid 2): what is due first, then what bears the highest rate, then the oldest, equals in
 * proportion to what is open, to the nearest cent. Claims that get nothing are left out; what is more than all that is open
 * goes to nobody. The statements must be of one day, which is the day of payment.
 */
export function shareOverClaims(
  claims: readonly OpenClaim[],
  amount: Cents,
): readonly { readonly claimId: string; readonly amount: Cents }[] {
  const paidOn = claims[0]?.statement.asOf;
  if (paidOn === undefined) return [];
  const obligations = claims.map(obligationOf);
  const { allocated } = imputeAcross({ payment: amount, paidOn, designated: null, obligations });
  return [...allocated].flatMap(([claimId, { costs, interest, principal }]) => {
    const share = sum([costs, interest, principal]);
    return share > 0n ? [{ claimId, amount: share }] : [];
  });
}

/** A claim is as old as its oldest invoice with something open, and as onerous as the rate that runs on it. */
function obligationOf({ id, statement }: OpenClaim): Obligation {
  const { costs, vat, interest, principal, invoices, asOf } = statement;
  const unpaid = invoices.filter((invoice) => invoice.open + invoice.interestOpen > 0n);
  return {
    id,
    dueOn: unpaid.map(({ dueOn }) => dueOn).sort()[0] ?? asOf,
    rate: interest.lines.findLast(({ to }) => to === asOf)?.rate ?? NO_RATE,
    costs: sum([costs.open, vat.open]),
    interest: interest.open,
    principal: principal.open,
  };
}
