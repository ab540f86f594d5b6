import type { LocalDate } from "#app/domain/calendar.ts";
import { extendedPauseEndsOn, isOwnPause, pauseEndsOn } from "#app/domain/pause.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { lockClaims } from "#app/server/arrangements/arrangement-record.server.ts";
import { actorOf, type DebtorSessionScope } from "#app/server/arrangements/own-arrangement.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { endPauses } from "./end-pause.server.ts";
import { extendPause } from "./extend-pause.server.ts";
import { pauseClaims } from "./pause-claims.server.ts";
import { tellCreditorOfPause, tellDebtorOfPause } from "./pause-news.server.ts";
import { findPausesOf, pauseTermsOf } from "./pause-record.server.ts";

/**
 * The debtor's "noodstop": everything that is open with this creditor rests, for as many months as the creditor set. No
 * proof is asked. Asking again changes nothing. Answers how many claims rest now that did not before.
 */
export async function askPause(services: Services, { debtor }: { debtor: DebtorSessionScope }): Promise<number> {
  const { creditorId, debtorId } = debtor;
  const reason = "help_sought" as const;
  return inTransaction(services.database, async (tx) => {
    const claimIds = await openClaimsOf(tx, debtor);
    await lockClaims(tx, { creditorId, claimIds });
    const untilOn = pauseEndsOn(reason, services.clock.today(), await pauseTermsOf(tx, creditorId));
    const order = { creditorId, debtorId, claimIds, reason, text: "", untilOn, actor: actorOf(debtor) } as const;
    const started = await pauseClaims(tx, services, order);
    const [first] = started;
    if (!first) return 0;
    await appendEvents(tx, first.claimId, [{ type: "debtor.help_requested", occurredAt: services.clock.now(), data: { about: "pause" } }]); // prettier-ignore
    const news = { creditorId, debtorId, claimIds: started.map(({ claimId }) => claimId), reason, untilOn, pauseId: first.id }; // prettier-ignore
    await tellDebtorOfPause(tx, services, { ...news, kind: "started" });
    await tellCreditorOfPause(tx, services, { ...news, kind: "started" });
    return started.length;
  });
}

/** The debtor goes on: what they asked for themselves ends today. Ending it again changes nothing. */
export async function endOwnPause(services: Services, { debtor }: { debtor: DebtorSessionScope }): Promise<void> {
  const { creditorId, debtorId } = debtor;
  await inTransaction(services.database, async (tx) => {
    const pauses = await findPausesOf(tx, debtor);
    const claimIds = pauses.map(({ claimId }) => claimId);
    const which = ({ reason }: { reason: Parameters<typeof isOwnPause>[0] }) => isOwnPause(reason);
    const ended = await endPauses(tx, services, { creditorId, claimIds, reason: "debtor", actor: actorOf(debtor), which }); // prettier-ignore
    const [first] = ended;
    if (!first) return;
    const news = { creditorId, debtorId, claimIds: ended.map(({ claimId }) => claimId), reason: first.reason, untilOn: null, pauseId: first.id }; // prettier-ignore
    await tellDebtorOfPause(tx, services, { ...news, kind: "endedByDebtor" });
    await tellCreditorOfPause(tx, services, { ...news, kind: "endedByDebtor" });
  });
}

export type ExtendRefusal = { readonly kind: "not_possible" };

/**
 * The debtor makes the pause longer, once, up to the most months of the creditor, by naming who helps them; that is believed,
 * and the creditor is told, who can look into it. Doing it again changes nothing.
 */
export async function extendOwnPause(
  services: Services,
  { debtor, helpedBy }: { debtor: DebtorSessionScope; helpedBy: string },
): Promise<Result<LocalDate, ExtendRefusal>> {
  const { creditorId, debtorId } = debtor;
  return inTransaction(services.database, async (tx) => {
    const found = await findPausesOf(tx, debtor);
    await lockClaims(tx, { creditorId, claimIds: found.map(({ claimId }) => claimId) });
    const terms = await pauseTermsOf(tx, creditorId);
    const pauses = (await findPausesOf(tx, debtor)).flatMap((pause) => {
      const untilOn = extendedPauseEndsOn(pause, terms);
      return untilOn === null ? [] : [{ pause, untilOn }];
    });
    const [first] = pauses;
    if (!first) return err({ kind: "not_possible" });
    for (const { pause, untilOn } of pauses) {
      await extendPause(tx, services, { pause, untilOn, text: helpedBy, actor: actorOf(debtor) });
    }
    const claimIds = pauses.map(({ pause }) => pause.claimId);
    const { reason, id } = first.pause;
    const news = { creditorId, debtorId, claimIds, reason, untilOn: first.untilOn, pauseId: id };
    await tellDebtorOfPause(tx, services, { ...news, kind: "extended" });
    await tellCreditorOfPause(tx, services, { ...news, kind: "extended" });
    return ok(first.untilOn);
  });
}

/** Claims of a debtor with this creditor on which something can still happen. */
export async function openClaimsOf(
  tx: Transaction,
  { creditorId, debtorId }: { creditorId: string; debtorId: string },
): Promise<string[]> {
  const rows = await tx.claim.findMany({
    where: { creditorId, debtorId, status: { notIn: ["settled", "closed"] } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id }) => id);
}
