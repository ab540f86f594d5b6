import { repairTime } from "#app/domain/arrangement/plan-changes.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { isHeld } from "#app/server/claims/refresh-claim-status.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { lockArrangement } from "./arrangement-record.server.ts";
import { storeChange } from "./change-plan.server.ts";
import { followPlans } from "./follow-plans.server.ts";
import { planNow } from "./plan-now.server.ts";

/**
 * Lets the plan of a claim go on after a dispute or a pause that held it: an instalment whose day came meanwhile gets a
 * week from today, because nobody could be asked for it. Called last in the transaction, instead of `followPlans`.
 */
export async function resumePlans(
  tx: Transaction,
  services: Services,
  claim: { readonly id: string; readonly creditorId: string },
): Promise<void> {
  const open = await tx.arrangementClaim.findFirst({
    where: { claimId: claim.id, creditorId: claim.creditorId, open: true, arrangement: { status: "accepted" } },
    select: { arrangementId: true },
  });
  const locked =
    open && (await lockArrangement(tx, { creditorId: claim.creditorId, arrangementId: open.arrangementId }));
  if (locked && !(await isHeld(tx, locked.claims))) {
    const { arrangement, claims } = locked;
    const today = services.clock.today();
    const { plan } = await planNow(tx, { arrangement, claims, today });
    const late = plan.instalments.filter(({ open: left, dueOn }) => left > 0n && dueOn <= today);
    for (const { seq } of late) {
      const change = repairTime(plan, seq, { today });
      if (change.ok) await storeChange(tx, arrangement, change.value);
    }
    const { id: subject, creditorId } = arrangement;
    const data = { postponed: late.map(({ seq }) => seq).join(",") };
    appendAudit(tx, creditorId, { at: services.clock.now(), actor: "worker", action: "arrangement.resumed", subject, data }); // prettier-ignore
  }
  await followPlans(tx, services, claim);
}
