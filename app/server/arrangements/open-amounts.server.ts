import { planTotal, type OpenAmounts } from "#app/domain/arrangement/plan-total.ts";
import type { ArrangementPolicy } from "#app/domain/arrangement/policy.ts";
import { plus, sum } from "#app/domain/money.ts";
import type { Statement } from "#app/domain/statement.ts";

/** What is open on claims together; the costs with their VAT. */
export function openAmountsOf(statements: readonly Statement[]): OpenAmounts {
  return {
    open: sum(statements.map(({ open }) => open)),
    interest: sum(statements.map(({ interest }) => interest.open)),
    costs: sum(statements.map(({ costs, vat }) => plus(costs.open, vat.open))),
  };
}

/** What a plan over these claims has to bring in today, and what the creditor gives up for it. */
export function planTotalOf(policy: ArrangementPolicy, statements: readonly Statement[]) {
  return planTotal(policy, openAmountsOf(statements));
}
