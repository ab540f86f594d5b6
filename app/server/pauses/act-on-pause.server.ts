import type { LocalDate } from "#app/domain/calendar.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { lockClaim } from "#app/server/claims/claim-record.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { endPauses } from "./end-pause.server.ts";
import { extendPause } from "./extend-pause.server.ts";
import { tellDebtorOfPause } from "./pause-news.server.ts";
import { findRunningPause, type PauseRecord } from "./pause-record.server.ts";

/** A pause that somebody of the creditor looked at, and what they write to the debtor about it. */
type PauseAct = {
  readonly creditorId: string;
  readonly pauseId: string;
  readonly text: string;
  readonly actor: string;
};

export type PauseActRefusal =
  | { readonly kind: "pause_not_found" | "pause_ended" }
  | { readonly kind: "until_in_past"; readonly today: LocalDate }
  /** What the debtor asked for is only ever made longer. */
  | { readonly kind: "not_longer"; readonly untilOn: LocalDate | null };

/** Makes the pause that was looked at last until another day, or until somebody ends it. */
export async function extendPauseByCreditor(
  services: Services,
  { untilOn, text, actor, ...whose }: PauseAct & { readonly untilOn: LocalDate | null },
): Promise<Result<null, PauseActRefusal>> {
  const today = services.clock.today();
  return inTransaction(services.database, async (tx) => {
    const found = await holdPause(tx, whose);
    if (!found.ok) return found;
    const pause = found.value;
    if (untilOn !== null && untilOn < today) return err({ kind: "until_in_past", today });
    const isLonger = pause.untilOn !== null && (untilOn === null || untilOn > pause.untilOn);
    if (!isLonger && (pause.reason !== "creditor" || untilOn === pause.untilOn)) {
      return err({ kind: "not_longer", untilOn: pause.untilOn });
    }
    const { creditorId, debtorId, claimId, reason, id: pauseId } = pause;
    await extendPause(tx, services, { pause, untilOn, ...(reason === "creditor" ? { text } : {}), actor });
    await tellDebtorOfPause(tx, services, { kind: "extended", creditorId, debtorId, claimIds: [claimId], reason, untilOn, pauseId, text }); // prettier-ignore
    return ok(null);
  });
}

/** Ends the pause that was looked at; the claim goes on. */
export async function endPauseByCreditor(
  services: Services,
  { text, actor, ...whose }: PauseAct,
): Promise<Result<null, PauseActRefusal>> {
  return inTransaction(services.database, async (tx) => {
    const found = await holdPause(tx, whose);
    if (!found.ok) return found;
    const { creditorId, debtorId, claimId, reason, id: pauseId } = found.value;
    const which = ({ id }: PauseRecord) => id === pauseId;
    const [ended] = await endPauses(tx, services, {
      creditorId,
      claimIds: [claimId],
      reason: "creditor",
      actor,
      which,
    });
    if (ended) await tellDebtorOfPause(tx, services, { kind: "endedByCreditor", creditorId, debtorId, claimIds: [claimId], reason, untilOn: null, pauseId, text }); // prettier-ignore
    return ok(null);
  });
}

async function holdPause(
  tx: Transaction,
  { creditorId, pauseId }: Pick<PauseAct, "creditorId" | "pauseId">,
): Promise<Result<PauseRecord, { kind: "pause_not_found" | "pause_ended" }>> {
  const known = await tx.pause.findFirst({ where: { id: pauseId, creditorId }, select: { claimId: true } });
  if (!known) return err({ kind: "pause_not_found" });
  const { claimId } = known;
  await lockClaim(tx, { creditorId, claimId });
  const running = await findRunningPause(tx, { creditorId, claimId });
  return running?.id === pauseId ? ok(running) : err({ kind: "pause_ended" });
}
