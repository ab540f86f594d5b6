import { type Cents, largest } from "#app/domain/money.ts";
import type { DebtorClaim, DebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import type { InstalmentToPay } from "#app/server/payments/pay-form.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { loadDebtorArrangement } from "./debtor-arrangement.server.ts";

/** A plan that runs, as the payment pages need it. */
export type PayablePlan = {
  readonly arrangementId: string;
  /** Of the plan, with something open. */
  readonly claims: readonly DebtorClaim[];
  readonly instalment: InstalmentToPay;
  /** A pause or a dispute holds it: nothing is due, and who pays may. */
  readonly rests: boolean;
  /** All that the plan still asks: what the creditor gives up when it is paid is not in it. */
  readonly open: Cents;
};

/** The plan that holds the claims on the page, or null; `behind`: with everything of which the day has passed as one. */
export async function payablePlan(
  services: Services,
  loaded: DebtorClaims,
  { claimId, behind = false }: { claimId: string | null; behind?: boolean },
): Promise<PayablePlan | null> {
  const running = await loadDebtorArrangement(services, loaded, claimId);
  const plan = running?.status === "accepted" ? running.plan : null;
  const next = plan?.next ?? null;
  if (!running || !plan || !next) return null;
  const claims = loaded.claims.filter(
    ({ id, status, statement }) => running.claimIds.includes(id) && status !== "closed" && statement.open > 0n,
  );
  return {
    arrangementId: running.id,
    claims,
    rests: claims.some(({ status }) => status !== "arranged"),
    instalment: { seq: next.seq, dueOn: next.dueOn, amount: behind ? largest(plan.behind, next.open) : next.open },
    open: plan.open,
  };
}
