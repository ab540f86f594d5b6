import type { LocalDate } from "#app/domain/calendar.ts";
import { endToldFrom, type PauseReason, pauseFreezesInterest, replacesPause } from "#app/domain/pause.ts";
import { lockClaims } from "#app/server/arrangements/arrangement-record.server.ts";
import { followPlans } from "#app/server/arrangements/follow-plans.server.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import type { ClaimRecord } from "#app/server/claims/claim-record.server.ts";
import { endClaimHolds, holdClaimCosts, holdClaimInterest } from "#app/server/claims/hold-costs.server.ts";
import { refreshClaimStatus } from "#app/server/claims/refresh-claim-status.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { findRunningPause } from "./pause-record.server.ts";

export type PauseOrder = {
  readonly creditorId: string;
  readonly debtorId: string;
  readonly claimIds: readonly string[];
  readonly reason: PauseReason;
  /** In the words of whoever asks for it; may be empty. */
  readonly text: string;
  /** The last day, included; null: until somebody ends it. */
  readonly untilOn: LocalDate | null;
  readonly actor: string;
};

export type StartedPause = { readonly id: string; readonly claimId: string };

/**
 * Lets claims of one debtor rest from today: no reminders, no collections, and from tomorrow no new costs, and no interest
 * where that is so for the reason. Paying stays possible. Claims that are settled or closed, or of another debtor, are left
 * out; so is one that rests already, unless more is said of it now (`replacesPause`). Answers what began; the caller tells.
 */
export async function pauseClaims(
  tx: Transaction,
  services: Services,
  order: PauseOrder,
): Promise<readonly StartedPause[]> {
  const { creditorId, debtorId, reason } = order;
  const locked = await lockClaims(tx, order);
  const claims = locked.filter((claim) => claim.debtorId === debtorId && claim.status !== "settled" && claim.status !== "closed"); // prettier-ignore
  const creditor = await tx.creditor.findUniqueOrThrow({ where: { id: creditorId }, select: { pauseFreezesInterest: true } }); // prettier-ignore
  const freezes = pauseFreezesInterest(reason, creditor.pauseFreezesInterest);
  const started: StartedPause[] = [];
  for (const claim of claims) {
    const id = await start(tx, services, { claim, order, freezes });
    if (id !== null) started.push({ id, claimId: claim.id });
  }
  for (const { claimId } of started) await followPlans(tx, services, { id: claimId, creditorId });
  return started;
}

async function start(
  tx: Transaction,
  services: Services,
  { claim, order, freezes }: { claim: ClaimRecord; order: PauseOrder; freezes: boolean },
): Promise<string | null> {
  const { creditorId, debtorId, reason, text, untilOn, actor } = order;
  const at = services.clock.now();
  const today = services.clock.today();
  const running = await findRunningPause(tx, { creditorId, claimId: claim.id });
  if (running) {
    if (!replacesPause(running.reason, reason)) return null;
    await tx.pause.update({ where: { id: running.id }, data: { endedAt: at, endedBy: actor } });
    await endClaimHolds(tx, { creditorId, source: running.id, on: today });
  }
  const id = newId("pau", at);
  // Who is told now that it lasts a few days need not hear so again.
  const endTold = untilOn !== null && endToldFrom(untilOn) <= today;
  // Of one that takes the place of another it is the same rest, with a better reason.
  const startedOn = running?.startedOn ?? today;
  const days = { startedOn: toDateColumn(startedOn), untilOn: untilOn && toDateColumn(untilOn), extended: running?.extended ?? 0 }; // prettier-ignore
  await tx.pause.create({
    data: { id, creditorId, claimId: claim.id, debtorId, reason, text, actor, ...days, endTold, createdAt: at },
  });
  const held = { claimIds: [claim.id], creditorId, source: id, on: today };
  await holdClaimCosts(tx, held);
  if (freezes) await holdClaimInterest(tx, held);
  await refreshClaimStatus(tx, claim, at);
  await appendEvents(tx, claim.id, [{ type: "claim.paused", occurredAt: at, data: { pause: id, reason, until: untilOn } }]); // prettier-ignore
  const data = { claim: claim.id, reason, until: untilOn };
  appendAudit(tx, creditorId, { at, actor, action: "claim.paused", subject: id, data });
  return id;
}
