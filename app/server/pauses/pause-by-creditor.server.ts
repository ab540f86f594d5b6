import type { LocalDate } from "#app/domain/calendar.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { lockClaim } from "#app/server/claims/claim-record.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { endPauses } from "./end-pause.server.ts";
import { extendPause } from "./extend-pause.server.ts";
import { pauseClaims } from "./pause-claims.server.ts";
import { tellDebtorOfPause } from "./pause-news.server.ts";
import { findRunningPause, type PauseRecord } from "./pause-record.server.ts";

type Scope = { readonly creditorId: string; readonly claimId: string; readonly actor: string };

/** Until when it rests; not changed: it did so already, as long or longer. */
export type RestsNow = { readonly changed: boolean; readonly untilOn: LocalDate | null };

export type PauseRefusal =
  | { readonly kind: "claim_not_found" | "claim_not_open" }
  | { readonly kind: "until_in_past"; readonly today: LocalDate };

/**
 * The creditor lets a claim rest until a day, or until it says so. One that rests already goes on resting: the creditor's
 * own pause takes the new day and words; what the debtor asked for is only ever made longer.
 */
export async function pauseByCreditor(
  services: Services,
  { creditorId, claimId, actor, text, untilOn }: Scope & { text: string; untilOn: LocalDate | null },
): Promise<Result<RestsNow, PauseRefusal>> {
  const today = services.clock.today();
  if (untilOn !== null && untilOn < today) return err({ kind: "until_in_past", today });
  return inTransaction(services.database, async (tx) => {
    const claim = await lockClaim(tx, { creditorId, claimId });
    if (!claim) return err({ kind: "claim_not_found" });
    if (claim.status === "settled" || claim.status === "closed") return err({ kind: "claim_not_open" });
    const { debtorId } = claim;
    const running = await findRunningPause(tx, { creditorId, claimId });
    const news = { creditorId, debtorId, claimIds: [claimId], untilOn };
    if (running) {
      const change = changeOf(running, { text, untilOn });
      if (change === null) return ok({ changed: false, untilOn: running.untilOn });
      await extendPause(tx, services, { pause: running, ...change, actor });
      const { reason, id: pauseId } = running;
      await tellDebtorOfPause(tx, services, {
        ...news,
        untilOn: change.untilOn,
        kind: "extended",
        reason,
        pauseId,
        text,
      });
      return ok({ changed: true, untilOn: change.untilOn });
    }
    const order = { creditorId, debtorId, claimIds: [claimId], reason: "creditor", text, untilOn, actor } as const;
    const [started] = await pauseClaims(tx, services, order);
    if (started) await tellDebtorOfPause(tx, services, { ...news, kind: "started", reason: "creditor", pauseId: started.id, text }); // prettier-ignore
    return ok({ changed: true, untilOn });
  });
}

type Asked = { readonly text: string; readonly untilOn: LocalDate | null };

/** What the creditor's order changes about a pause that runs; null for nothing. */
function changeOf(running: PauseRecord, { text, untilOn }: Asked): { untilOn: LocalDate | null; text?: string } | null {
  if (running.reason === "creditor") {
    return running.untilOn === untilOn && running.text === text ? null : { untilOn, text };
  }
  const isLonger = running.untilOn !== null && (untilOn === null || untilOn > running.untilOn);
  return isLonger ? { untilOn } : null;
}

export type ResumeRefusal = { readonly kind: "claim_not_found" | "claim_not_paused" };

/** The creditor goes on with a claim, whoever let it rest. The same `endingId` again changes nothing, also not a later pause. */
export async function resumeByCreditor(
  services: Services,
  { creditorId, claimId, actor, endingId = null }: Scope & { endingId?: string | null },
): Promise<Result<null, ResumeRefusal>> {
  return inTransaction(services.database, async (tx) => {
    const claim = await lockClaim(tx, { creditorId, claimId });
    if (!claim) return err({ kind: "claim_not_found" });
    const { debtorId } = claim;
    if (endingId !== null && (await tx.pause.count({ where: { creditorId, claimId, endingId } })) > 0) return ok(null);
    if (!(await findRunningPause(tx, { creditorId, claimId }))) return err({ kind: "claim_not_paused" });
    const [ended] = await endPauses(tx, services, { creditorId, claimIds: [claimId], reason: "creditor", actor, endingId, which: () => true }); // prettier-ignore
    if (ended) await tellDebtorOfPause(tx, services, { kind: "endedByCreditor", creditorId, debtorId, claimIds: [claimId], reason: ended.reason, untilOn: null, pauseId: ended.id }); // prettier-ignore
    return ok(null);
  });
}
