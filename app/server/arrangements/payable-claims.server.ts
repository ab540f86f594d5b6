import type { DebtorClaim, DebtorClaims } from "#app/server/claims/debtor-claims.server.ts";
import { claimsToPay } from "#app/server/payments/pay-form.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { payablePlan, type PayablePlan } from "./payable-plan.server.ts";

/** What a page of paying is about: the claim that was chosen, and whether it was asked for an instalment or all that is late. */
export type PayPageAsked = { readonly claim: DebtorClaim | null; readonly instalment: string | null };

/** The claims that are paid on a page of paying; of a plan that runs over them, or that was asked for, all of its claims. */
export async function payableClaims(
  services: Services,
  loaded: DebtorClaims,
  { claim, instalment }: PayPageAsked,
): Promise<{ readonly claims: readonly DebtorClaim[]; readonly plan: PayablePlan | null }> {
  const claims = claimsToPay(loaded, claim);
  if (instalment === null && claims.every(({ status }) => status !== "arranged")) return { claims, plan: null };
  const plan = await payablePlan(services, loaded, { claimId: claim?.id ?? null, behind: instalment === "behind" });
  return { claims: plan?.claims ?? claims, plan };
}
