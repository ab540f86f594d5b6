import { mayContact, nextContactMoment } from "#app/domain/contact-hours.ts";
import { addDays } from "#app/domain/calendar.ts";
import { isDisputeEnded } from "#app/domain/dispute/dispute-state.ts";
import { openingOf } from "#app/server/arrangements/next-check.server.ts";
import { amsterdamMoment, instantInAmsterdam } from "#app/server/platform/clock/amsterdam-instant.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { lockDispute } from "./dispute-record.server.ts";
import { nextReminder } from "./next-reminder.server.ts";
import { tellCreditorOfDispute, tellDebtorOfDispute } from "./tell-of-dispute.server.ts";

const PUT_OFF_MS = 60 * 60_000;

/**
 * Reminds creditors of disputes before the day of the answer, and once that is past tells both sides. While a question waits
 * for the debtor nobody is reminded. Answers how many it looked at.
 */
export async function runDueDisputes(services: Services, limit: number): Promise<number> {
  const now = services.clock.now();
  const due = await services.database.prisma.dispute.findMany({
    where: { checkAt: { lte: now } },
    orderBy: { checkAt: "asc" },
    take: limit,
    select: { id: true, creditorId: true },
  });
  for (const { id, creditorId } of due) {
    const scope = { disputeId: id, creditorId };
    await inTransaction(services.database, (tx) => check(tx, services, scope)).catch(async (error: unknown) => {
      services.log.error({ err: error, dispute: id }, "dispute could not be looked at, tries again in an hour");
      const checkAt = new Date(services.clock.now().getTime() + PUT_OFF_MS);
      await services.database.prisma.dispute.updateMany({ where: { id, creditorId }, data: { checkAt } });
    });
  }
  return due.length;
}

async function check(
  tx: Transaction,
  services: Services,
  scope: { disputeId: string; creditorId: string },
): Promise<void> {
  const locked = await lockDispute(tx, scope);
  if (!locked) return;
  const { dispute, claim } = locked;
  const now = services.clock.now();
  const today = services.clock.today();
  const { checkAt } = await tx.dispute.findUniqueOrThrow({ where: { id: dispute.id }, select: { checkAt: true } });
  // Another worker was first.
  if (checkAt === null || checkAt > now) return;
  const set = (data: { checkAt: Date | null; creditorTold?: number }) =>
    tx.dispute.update({ where: { id: dispute.id }, data });
  if (isDisputeEnded(dispute.status)) return void (await set({ checkAt: null }));
  const moment = amsterdamMoment(now);
  if (!mayContact(moment)) return void (await set({ checkAt: instantInAmsterdam(nextContactMoment(moment)) }));
  const { answerBefore } = dispute;
  if (dispute.status === "awaiting_debtor") {
    const next = today <= answerBefore ? addDays(answerBefore, 1) : addDays(today, 7);
    return void (await set({ checkAt: openingOf(next) }));
  }
  const told = today > answerBefore ? 2 : 1;
  const kind = told === 2 ? "overdue" : "answer_due";
  await tellCreditorOfDispute(tx, services, { dispute, kind, key: `${answerBefore}` });
  if (told === 2) await tellDebtorOfDispute(tx, services, { dispute, claim, news: { kind: "no_answer" } });
  await set({ creditorTold: told, checkAt: nextReminder({ answerBefore, creditorTold: told }) });
}
