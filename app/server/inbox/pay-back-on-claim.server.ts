import { type Cents, ZERO } from "#app/domain/money.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import type { ClaimRecord } from "#app/server/claims/claim-record.server.ts";
import { bookCreditPaidBack, creditByWay, payBackCredit } from "#app/server/payments/pay-back-credit.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** What can be paid back of a claim, and a text that names it: it is done only while it would still be the same. */
export type PayBackChoice = { readonly provider: Cents; readonly outside: Cents; readonly shown: string };

/** changed: it is not what the page showed, and nothing was done. failed: the provider took no refund. */
export type PayBackOutcome = "paid_back" | "booked_back" | "changed" | "failed";

export async function loadPayBack(services: Services, claim: ClaimRecord): Promise<PayBackChoice> {
  const { provider, outside } = await creditByWay(services, claim);
  return { provider, outside, shown: `${provider} ${outside}` };
}

/** Does what the page shows, in the name of the user who sent it; null for a form that is not ours. */
export async function payBackOnClaim(
  services: Services,
  { grant, claim, form }: { grant: CreditorGrant; claim: ClaimRecord; form: URLSearchParams },
): Promise<PayBackOutcome | null> {
  const act = form.get("act");
  if (act !== "provider" && act !== "outside") return null;
  const { shown } = await loadPayBack(services, claim);
  if (form.get("shown") !== shown) return "changed";
  const order = { creditorId: grant.creditorId, claimId: claim.id, actor: `user:${grant.userId}` };
  if (act === "outside") return (await bookCreditPaidBack(services, order)) > ZERO ? "booked_back" : "changed";
  return (await payBackCredit(services, order)).byProvider > ZERO ? "paid_back" : "failed";
}
