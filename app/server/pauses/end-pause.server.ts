import type { LocalDate } from "#app/domain/calendar.ts";
import { lockClaims } from "#app/server/arrangements/arrangement-record.server.ts";
import { resumePlans } from "#app/server/arrangements/resume-plan.server.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { endClaimHolds } from "#app/server/claims/hold-costs.server.ts";
import { refreshClaimStatus } from "#app/server/claims/refresh-claim-status.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { findRunningPause, type PauseRecord } from "./pause-record.server.ts";

/** ended: its last day is over. The others say who did not want it any more. */
export type ResumeReason = "ended" | "creditor" | "debtor";

type Ending = {
  readonly creditorId: string;
  readonly claimIds: readonly string[];
  readonly reason: ResumeReason;
  readonly actor: string;
  /** Of an order that may come twice: remembered with what it ended. */
  readonly endingId?: string | null;
  /** Which of them end: those that run when the claims are held. */
  readonly which: (pause: PauseRecord) => boolean;
};

/**
 * Ends pauses: their holds end, with their last day where that is over already; the claims go on, and so do their plans.
 * Answers those that ended now; the caller tells.
 */
export async function endPauses(tx: Transaction, services: Services, ending: Ending): Promise<readonly PauseRecord[]> {
  const { creditorId, reason, actor, endingId = null, which } = ending;
  const at = services.clock.now();
  const claims = await lockClaims(tx, ending);
  const ended: PauseRecord[] = [];
  const released: string[] = [];
  for (const claim of claims) {
    const pause = await findRunningPause(tx, { creditorId, claimId: claim.id });
    if (!pause || !which(pause)) continue;
    await stopPause(tx, services, { pause, actor, endingId });
    released.push(claim.id);
    const status = await refreshClaimStatus(tx, claim, at);
    // Nothing goes on with a claim that was paid meanwhile.
    if (status !== "settled" && status !== "closed") {
      await appendEvents(tx, claim.id, [{ type: "claim.resumed", occurredAt: at, data: { pause: pause.id, reason } }]);
      ended.push(pause);
    }
    const data = { claim: claim.id, reason };
    appendAudit(tx, creditorId, { at, actor, action: "claim.resumed", subject: pause.id, data });
  }
  for (const id of released) await resumePlans(tx, services, { id, creditorId });
  return ended;
}

/** Ends a pause itself and what it held; the caller holds its claim and sees to the rest. */
export async function stopPause(
  tx: Transaction,
  services: Pick<Services, "clock">,
  { pause, actor, endingId = null }: { pause: PauseRecord; actor: string; endingId?: string | null },
): Promise<void> {
  const { id, creditorId, untilOn } = pause;
  const today = services.clock.today();
  const on: LocalDate = untilOn !== null && untilOn < today ? untilOn : today;
  await tx.pause.update({ where: { id }, data: { endedAt: services.clock.now(), endedBy: actor, endingId } });
  await endClaimHolds(tx, { creditorId, source: id, on });
}
