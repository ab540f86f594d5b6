import { isEnded } from "#app/domain/arrangement/arrangement-state.ts";
import { addDays } from "#app/domain/calendar.ts";
import { mayContact, nextContactMoment } from "#app/domain/contact-hours.ts";
import { amsterdamMoment, instantInAmsterdam } from "#app/server/platform/clock/amsterdam-instant.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { lockArrangement, type LockedArrangement } from "./arrangement-record.server.ts";
import { endArrangement } from "./end-arrangement.server.ts";
import { openingOf } from "./next-check.server.ts";
import { runPlan } from "./run-plan.server.ts";
import { tellCreditor } from "./tell-creditor.server.ts";
import { tellDebtor } from "./tell-debtor.server.ts";

/**
 * Does what time asks of arrangements: reminders, missed instalments, last letters, answers that did not come. Outside
 * contact hours everything waits for the next opening, for nothing here is about something that the debtor just did.
 * Answers how many it looked at.
 */
export async function runDueArrangements(services: Services, limit: number): Promise<number> {
  const now = services.clock.now();
  const due = await services.database.prisma.arrangement.findMany({
    where: { checkAt: { lte: now } },
    orderBy: { checkAt: "asc" },
    take: limit,
    select: { id: true, creditorId: true },
  });
  for (const { id, creditorId } of due) {
    await inTransaction(services.database, (tx) => check(tx, services, { creditorId, arrangementId: id })).catch(
      (error: unknown) => putOff(services, { creditorId, arrangementId: id, error }),
    );
  }
  return due.length;
}

const PUT_OFF_MS = 60 * 60_000;

/** One arrangement that cannot be looked at holds up no other. */
async function putOff(
  services: Services,
  { creditorId, arrangementId, error }: { creditorId: string; arrangementId: string; error: unknown },
): Promise<void> {
  services.log.error(
    { err: error, arrangement: arrangementId },
    "arrangement could not be looked at, tries again in an hour",
  );
  const checkAt = new Date(services.clock.now().getTime() + PUT_OFF_MS);
  await services.database.prisma.arrangement.updateMany({
    where: { id: arrangementId, creditorId },
    data: { checkAt },
  });
}

async function check(
  tx: Transaction,
  services: Services,
  scope: { creditorId: string; arrangementId: string },
): Promise<void> {
  const locked = await lockArrangement(tx, scope);
  if (!locked) return;
  const { arrangement } = locked;
  const now = services.clock.now();
  const { checkAt } = await tx.arrangement.findUniqueOrThrow({
    where: { id: arrangement.id },
    select: { checkAt: true },
  });
  // Another worker was first.
  if (checkAt === null || checkAt > now) return;
  if (isEnded(arrangement.status)) return setCheck(tx, arrangement.id, null);
  const moment = amsterdamMoment(now);
  if (!mayContact(moment)) return setCheck(tx, arrangement.id, instantInAmsterdam(nextContactMoment(moment)));
  switch (arrangement.status) {
    case "proposed":
      return checkProposed(tx, services, locked);
    case "countered":
      return checkCountered(tx, services, locked);
    default:
      return runPlan(tx, services, locked);
  }
}

/** The creditor is told a day before the answer is due; without an answer the proposal expires the day after. */
async function checkProposed(tx: Transaction, services: Services, locked: LockedArrangement): Promise<void> {
  const { arrangement } = locked;
  const { id, decideBefore, version } = arrangement;
  const today = services.clock.today();
  if (decideBefore === null) throw new Error(`arrangement ${id} waits without a day`);
  if (today > decideBefore) return expire(tx, services, { locked, waitedFor: "creditor" });
  if (!arrangement.creditorTold) {
    await tellCreditor(tx, services, { arrangement, kind: "answer_due", key: `${id}:${version}:answer_due` });
    await tx.arrangement.update({ where: { id }, data: { creditorTold: true } });
  }
  return setCheck(tx, id, openingOf(addDays(decideBefore, 1)));
}

async function checkCountered(tx: Transaction, services: Services, locked: LockedArrangement): Promise<void> {
  const { id, validUntil } = locked.arrangement;
  const today = services.clock.today();
  if (validUntil !== null && today > validUntil) return expire(tx, services, { locked, waitedFor: "debtor" });
  return setCheck(tx, id, openingOf(addDays(validUntil ?? today, 1)));
}

async function expire(
  tx: Transaction,
  services: Services,
  { locked, waitedFor }: { locked: LockedArrangement; waitedFor: "creditor" | "debtor" },
): Promise<void> {
  const { id, version } = locked.arrangement;
  await endArrangement(tx, services, { locked, ending: { act: "expire", actor: "worker", data: { waitedFor } } });
  const news = { kind: "expired", waitedFor } as const;
  await tellDebtor(tx, services, { arrangement: locked.arrangement, news, key: `${id}:${version}:expired` });
}

async function setCheck(tx: Transaction, id: string, checkAt: Date | null): Promise<void> {
  await tx.arrangement.update({ where: { id }, data: { checkAt } });
}
