import { minus, plus, sum, toDecimal, ZERO } from "#app/domain/money.ts";
import { creditsOfClaims } from "#app/server/claims/claim-statement.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { lockClaims, type LockedArrangement } from "./arrangement-record.server.ts";
import { endArrangement } from "./end-arrangement.server.ts";
import { giveUpOpen, giveUpPaid, type Promised } from "./give-up.server.ts";
import type { PlanNow } from "./plan-now.server.ts";

/**
 * Ends a plan that is paid: what the creditor promised to give up for that is booked, the collection costs as of the day of
 * acceptance and the rest today. First what is still open on the claims; of who paid more than the plan asked, the rest of
 * the promise becomes credit. Then the arrangement is completed.
 */
export async function completePlan(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { locked, plan, paidOn }: { locked: LockedArrangement } & Pick<PlanNow, "plan" | "paidOn">,
): Promise<void> {
  const { arrangement, claims } = locked;
  const promised = { costs: arrangement.waivedCosts, all: plus(arrangement.waivedCosts, arrangement.discount) };
  let left: Promised = promised;
  for (const claim of claims) left = await giveUpOpen(tx, services, { arrangement, claim, left });
  for (const claim of claims) {
    const paid = paidOn.get(claim.id) ?? ZERO;
    if (left.all > 0n) left = await giveUpPaid(tx, services, { arrangement, claim, left, paid });
  }
  const now = await lockClaims(tx, arrangement);
  const credits = await creditsOfClaims(tx, now, services.clock.today());
  const data = {
    paid: toDecimal(plan.paid),
    givenUp: toDecimal(minus(promised.all, left.all)),
    credit: toDecimal(sum([...credits.values()])),
  };
  await endArrangement(tx, services, {
    locked: { arrangement, claims: now },
    ending: { act: "complete", actor: "ledger", data },
  });
}
