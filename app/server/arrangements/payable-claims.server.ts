import type { DebtorClaim, DebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import { type Cents, plus, smallest, sum } from "#app/domain/money.ts";
import { claimsToPay, type PlanToPay } from "#app/server/payments/pay-form.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { payablePlan } from "./payable-plan.server.ts";

/** What a page of paying is about: the claim that was chosen, and whether it was asked for an instalment or all that is late. */
export type PayPageAsked = { readonly claim: DebtorClaim | null; readonly instalment: string | null };

/** What a page of paying asks: of a plan, what is next in it and all that it asks. */
export type Payable = {
  readonly claims: readonly DebtorClaim[];
  readonly plan: (PlanToPay & { readonly arrangementId: string }) | null;
};

/**
 * The claims that are paid on a page of paying; of a plan that runs over them, or that was asked for, all of its claims. Of a
 * plan that rests the claims are paid by themselves, and together no more than the plan asks.
 */
export async function payableClaims(
  services: Services,
  loaded: DebtorClaims,
  { claim, instalment }: PayPageAsked,
): Promise<Payable> {
  const claims = claimsToPay(loaded, claim);
  if (instalment === null && claims.every(({ status }) => status === "open")) return { claims, plan: null };
  const plan = await payablePlan(services, loaded, { claimId: claim?.id ?? null, behind: instalment === "behind" });
  if (!plan) return { claims, plan };
  const { arrangementId } = plan;
  if (instalment !== null || !plan.rests) return { claims: plan.claims, plan };
  const isOfPlan = (one: DebtorClaim) => plan.claims.some(({ id }) => id === one.id);
  if (!claims.some(isOfPlan)) return { claims, plan: null };
  const [ofPlan, others] = [claims.filter(isOfPlan), claims.filter((one) => !isOfPlan(one))];
  const open = plus(smallest(plan.open, openOf(ofPlan)), openOf(others));
  return { claims, plan: { arrangementId, instalment: null, open } };
}

const openOf = (claims: readonly DebtorClaim[]): Cents => sum(claims.map(({ statement }) => statement.open));
