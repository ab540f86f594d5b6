import { disputeAfter, type DisputeStatus } from "#app/domain/dispute/dispute-state.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { actorOf, type DebtorSessionScope } from "#app/server/arrangements/own-arrangement.server.ts";
import { resumePlans } from "#app/server/arrangements/resume-plan.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { lockDispute } from "./dispute-record.server.ts";
import { endDispute } from "./end-dispute.server.ts";
import { tellCreditorOfDispute, tellDebtorOfDispute } from "./tell-of-dispute.server.ts";

export type WithdrawRefusal =
  { readonly kind: "not_found" } | { readonly kind: "not_possible"; readonly status: DisputeStatus };

/** The debtor takes a dispute back: the claim stands as it did, and no costs come for the days it was disputed. */
export async function withdrawDispute(
  services: Services,
  { debtor, disputeId }: { debtor: DebtorSessionScope; disputeId: string },
): Promise<Result<null, WithdrawRefusal>> {
  return inTransaction(services.database, async (tx) => {
    const locked = await lockDispute(tx, { creditorId: debtor.creditorId, disputeId });
    if (locked?.dispute.debtorId !== debtor.debtorId) return err({ kind: "not_found" });
    const { dispute, claim } = locked;
    const moved = disputeAfter(dispute.status, "withdraw");
    if (!moved.ok) return moved;
    await endDispute(tx, services, {
      locked,
      ending: { status: "withdrawn", actor: actorOf(debtor), reason: "debtor" },
    });
    await tellDebtorOfDispute(tx, services, { dispute, claim, news: { kind: "withdrawn" } });
    await tellCreditorOfDispute(tx, services, { dispute, kind: "withdrawn", key: disputeId });
    await resumePlans(tx, services, claim);
    return ok(null);
  });
}
