import type { ArrangementPolicy } from "#app/domain/arrangement/policy.ts";
import { type Cents, ZERO } from "#app/domain/money.ts";
import type { DebtorClaim, DebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import { planTotalOf } from "./open-amounts.server.ts";

/** The claims that a new arrangement would hold, and what it would have to bring in; without a choice all that nothing holds. */
export function arrangeable(
  { claims }: Pick<DebtorClaims, "claims">,
  { claimIds, policy }: { claimIds: readonly string[] | null; policy: ArrangementPolicy },
): { claims: readonly DebtorClaim[]; total: Cents } {
  const open = claims.filter(({ status, statement }) => status === "open" && statement.open > 0n);
  const chosen = claimIds === null ? open : open.filter(({ id }) => claimIds.includes(id));
  const statements = chosen.map(({ statement }) => statement);
  return { claims: chosen, total: chosen.length === 0 ? ZERO : planTotalOf(policy, statements).total };
}
