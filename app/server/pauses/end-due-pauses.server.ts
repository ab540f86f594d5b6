import { addDays, daysBetween, type LocalDate } from "#app/domain/calendar.ts";
import { endToldFrom } from "#app/domain/pause.ts";
import { mayContact } from "#app/domain/contact-hours.ts";
import { lockClaims } from "#app/server/arrangements/arrangement-record.server.ts";
import { amsterdamMoment } from "#app/server/platform/clock/amsterdam-instant.server.ts";
import { toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { endPauses } from "./end-pause.server.ts";
import { tellCreditorOfPause, tellDebtorOfPause } from "./pause-news.server.ts";
import { findPausesOf, type PauseRecord } from "./pause-record.server.ts";

type Debtor = { readonly creditorId: string; readonly debtorId: string };

/**
 * Ends the pauses whose last day is over, and tells debtors a week before that day, within contact hours. What belongs to
 * one debtor and creditor is told together. Answers how many debtors it looked at.
 */
export async function endDuePauses(services: Services, limit: number): Promise<number> {
  const today = services.clock.today();
  const mayTell = mayContact(amsterdamMoment(services.clock.now()));
  const isOver = { untilOn: { lt: toDateColumn(today) } };
  const comesNear = { endTold: false, untilOn: { lte: lastToTell(today) } };
  const due = await services.database.prisma.pause.findMany({
    where: { endedAt: null, OR: mayTell ? [isOver, comesNear] : [isOver] },
    select: { creditorId: true, debtorId: true },
    distinct: ["creditorId", "debtorId"],
    orderBy: [{ untilOn: "asc" }, { creditorId: "asc" }, { debtorId: "asc" }],
    take: limit,
  });
  let done = 0;
  for (const debtor of due) {
    try {
      await inTransaction(services.database, (tx) => look(tx, services, { debtor, mayTell }));
      done += 1;
    } catch (error) {
      // One debtor's pauses that cannot be looked at hold up nobody else's.
      services.log.error({ err: error, debtor: debtor.debtorId }, "pauses could not be looked at, tries again");
    }
  }
  return done;
}

/** The furthest last day of which debtors are told today. */
function lastToTell(today: LocalDate): Date {
  return toDateColumn(addDays(today, daysBetween(endToldFrom(today), today)));
}

async function look(
  tx: Transaction,
  services: Services,
  { debtor, mayTell }: { debtor: Debtor; mayTell: boolean },
): Promise<void> {
  const { creditorId, debtorId } = debtor;
  const today = services.clock.today();
  const found = await findPausesOf(tx, debtor);
  await lockClaims(tx, { creditorId, claimIds: found.map(({ claimId }) => claimId) });
  const isOver = ({ untilOn }: PauseRecord) => untilOn !== null && untilOn < today;
  const claimIds = found.filter(isOver).map(({ claimId }) => claimId);
  const ended = await endPauses(tx, services, {
    creditorId,
    claimIds,
    reason: "ended",
    actor: "worker",
    which: isOver,
  });
  const [first] = ended;
  if (first) {
    const { reason, untilOn, id: pauseId } = first;
    const news = { creditorId, debtorId, claimIds: ended.map(({ claimId }) => claimId), reason, untilOn, pauseId, kind: "ended" } as const; // prettier-ignore
    await tellDebtorOfPause(tx, services, news);
    await tellCreditorOfPause(tx, services, news);
  }
  if (mayTell) await tellEndsSoon(tx, services, { debtor, today });
}

async function tellEndsSoon(
  tx: Transaction,
  services: Services,
  { debtor: { creditorId, debtorId }, today }: { debtor: Debtor; today: LocalDate },
): Promise<void> {
  const rows = await tx.pause.findMany({
    where: {
      creditorId,
      debtorId,
      endedAt: null,
      endTold: false,
      untilOn: { lte: lastToTell(today) },
    },
    select: { id: true, claim: { select: { status: true } } },
  });
  const asked = rows.filter(({ claim }) => claim.status !== "settled" && claim.status !== "closed");
  const ids = new Set(asked.map(({ id }) => id));
  const pauses = (await findPausesOf(tx, { creditorId, debtorId })).filter(({ id }) => ids.has(id));
  const days = [...new Set(pauses.map(({ untilOn }) => untilOn))];
  for (const untilOn of days) {
    const together = pauses.filter((pause) => pause.untilOn === untilOn);
    const [first] = together;
    if (!first) continue;
    const claimIds = together.map(({ claimId }) => claimId);
    const { reason, id: pauseId } = first;
    await tellDebtorOfPause(tx, services, { kind: "ends_soon", creditorId, debtorId, claimIds, reason, untilOn, pauseId }); // prettier-ignore
  }
  await tx.pause.updateMany({ where: { id: { in: rows.map(({ id }) => id) }, creditorId }, data: { endTold: true } });
}
