import type { Services } from "#app/server/services.server.ts";
import { askForRefund, FOUND_OUT_AFTER_MS } from "./refund-at-provider.server.ts";

/** Asks again about refunds whose creation went unanswered: at most `limit`. Answers how many it took. */
export async function sweepRefunds(services: Services, limit: number): Promise<number> {
  const now = services.clock.now();
  const { prisma } = services.database;
  const due = await prisma.refund.findMany({
    where: { checkAt: { lte: now }, status: "creating" },
    orderBy: { checkAt: "asc" },
    take: limit,
    select: { id: true, checkAt: true },
  });
  for (const { id, checkAt } of due) {
    // Stored before anything is asked: of two workers one goes on, and a crash asks again later.
    const next = new Date(now.getTime() + FOUND_OUT_AFTER_MS);
    const { count } = await prisma.refund.updateMany({
      where: { id, checkAt, status: "creating" },
      data: { checkAt: next },
    });
    if (count > 0) await askForRefund(services, id);
  }
  return due.length;
}
