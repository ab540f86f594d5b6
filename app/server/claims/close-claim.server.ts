import { err, ok, type Result } from "#app/domain/result.ts";
import { toDecimal } from "#app/domain/money.ts";
import { followPlans } from "#app/server/arrangements/follow-plans.server.ts";
import { resumePlans } from "#app/server/arrangements/resume-plan.server.ts";
import { isHeld } from "./refresh-claim-status.server.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { endDisputeOfClosedClaim } from "#app/server/disputes/end-with-claim.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { tellDebtor } from "#app/server/messages/tell-debtor.server.ts";
import { stopPause } from "#app/server/pauses/end-pause.server.ts";
import { findRunningPause } from "#app/server/pauses/pause-record.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { cancelAttemptsOfClaim } from "#app/server/payments/cancel-payment.server.ts";
import { lockClaim } from "./claim-record.server.ts";
import { claimStatement } from "./claim-statement.server.ts";
import { holdClaimCosts, holdClaimInterest } from "./hold-costs.server.ts";

export type CloseOrder = {
  readonly creditorId: string;
  readonly claimId: string;
  /** In the creditor's words, for the debtor. */
  readonly reason: string;
  readonly actor: string;
};

export type CloseRefusal = { readonly kind: "claim_not_found" | "claim_settled" };

/**
 * The creditor asks nothing any more: nobody pays here, no interest or costs are added, whatever rested or was disputed
 * ends, and a plan goes on without this claim. Payments under way are cancelled where the provider allows it; money that
 * comes all the same is credit of the debtor (BW 6:203). Closing again changes nothing.
 */
export async function closeClaim(services: Services, order: CloseOrder): Promise<Result<null, CloseRefusal>> {
  const closed = await closeInTransaction(services, order);
  if (closed.ok) await cancelAttemptsOfClaim(services, order);
  return closed;
}

function closeInTransaction(services: Services, order: CloseOrder): Promise<Result<null, CloseRefusal>> {
  const { creditorId, claimId, reason, actor } = order;
  return inTransaction(services.database, async (tx) => {
    const claim = await lockClaim(tx, { creditorId, claimId });
    if (!claim) return err({ kind: "claim_not_found" });
    if (claim.status === "closed") return ok(null);
    if (claim.status === "settled") return err({ kind: "claim_settled" });
    const at = services.clock.now();
    const today = services.clock.today();
    const { open } = await claimStatement(tx, claim, today);
    const wasHeld = await isHeld(tx, [claim]);
    const pause = await findRunningPause(tx, { creditorId, claimId });
    if (pause) await stopPause(tx, services, { pause, actor });
    await tx.claim.update({ where: { id: claimId }, data: { status: "closed", closedAt: at, updatedAt: at } });
    const hold = { creditorId, claimIds: [claimId], source: claimId, on: today };
    await holdClaimInterest(tx, hold);
    await holdClaimCosts(tx, hold);
    await endDisputeOfClosedClaim(tx, services, claim);
    const data = { open: toDecimal(open) };
    await appendEvents(tx, claimId, [{ type: "claim.closed", occurredAt: at, data }]);
    appendAudit(tx, creditorId, { at, actor, action: "claim.closed", subject: claimId, data });
    await tellDebtor(tx, services, {
      creditorId,
      debtorId: claim.debtorId,
      claimIds: [claimId],
      kind: "claim_closed",
      key: `${claimId} closed`,
      atOnce: false,
      write: ({ t }, creditor) => ({
        subject: t("pause.closed.subject"),
        blocks: [
          { type: "paragraph", text: t("pause.closed.happened", { creditor, reference: claim.reference }) },
          { type: "paragraph", text: t("pause.mail.words", { creditor, text: reason }) },
          { type: "paragraph", text: t("pause.closed.money", { creditor }) },
        ],
      }),
    });
    if (wasHeld) await resumePlans(tx, services, claim);
    else await followPlans(tx, services, claim);
    return ok(null);
  });
}
