import type { Services } from "#app/server/services.server.ts";
import { findPayment } from "./payment-store.server.ts";
import { providerOfPayment } from "./provider-of-payment.server.ts";
import { askForRefund, endFailed, FOUND_OUT_AFTER_MS, noteUnseen } from "./refund-at-provider.server.ts";
import { settleAttempt } from "./settle-payment.server.ts";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Asks again, every minute on the first day and then hourly, about refunds whose creation went unanswered, and, hourly on the
 * first day and then daily, whether those on their way are still there: at most `limit`. Answers how many it took.
 */
export async function sweepRefunds(services: Services, limit: number): Promise<number> {
  const now = services.clock.now();
  const { prisma } = services.database;
  const due = await prisma.refund.findMany({
    where: { checkAt: { lte: now }, status: { in: ["creating", "pending"] } },
    orderBy: { checkAt: "asc" },
    take: limit,
    select: { id: true, status: true, createdAt: true, checkAt: true },
  });
  for (const { id, status, createdAt, checkAt } of due) {
    // Stored before anything is asked: of two workers one goes on, and a crash asks again later.
    const age = now.getTime() - createdAt.getTime();
    const [often, seldom] = status === "creating" ? [FOUND_OUT_AFTER_MS, HOUR_MS] : [HOUR_MS, DAY_MS];
    const wait = age < DAY_MS ? often : seldom;
    const { count } = await prisma.refund.updateMany({
      where: { id, checkAt, status },
      data: { checkAt: new Date(now.getTime() + wait) },
    });
    if (count === 0) continue;
    if (status === "creating") await askForRefund(services, id);
    else await lookAfterRefund(services, id);
  }
  return due.length;
}

/**
 * What became of a refund that the provider took on. One that it does not name any more with the payment will not come; where
 * no account knows the payment itself, nothing is known.
 */
async function lookAfterRefund(services: Services, refundId: string): Promise<void> {
  const { prisma } = services.database;
  const refund = await prisma.refund.findUnique({
    where: { id: refundId },
    select: { paymentId: true, providerId: true, createdAt: true },
  });
  const payment = refund && (await findPayment(prisma, { id: refund.paymentId }));
  if (!payment || payment.providerId === null) return;
  const seen = await providerOfPayment(services, payment.creditor)?.fetch(payment.providerId);
  if (seen?.ok === false && seen.error.kind === "not_found") {
    await noteUnseen(services, { payment, askedAt: refund.createdAt });
  }
  if (!seen?.ok) return;
  const there = seen.value.refunds.find(({ id }) => id === refund.providerId);
  if (!there) return endFailed(services, { payment, refundId });
  if (there.status !== "pending") await settleAttempt(services, payment, seen.value);
}
