import type { LocalDate } from "#app/domain/calendar.ts";
import type { PauseReason } from "#app/domain/pause.ts";
import { fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import { type AboutClaims, MOST_COUNTED, type WaitingOf } from "./inbox-parts.server.ts";

/** A claim that rests: nobody has to answer, and its last day is one to know of. */
export type RunningPauseItem = AboutClaims & {
  readonly kind: "pause";
  readonly reason: PauseReason;
  /** The last day, included; null: until somebody ends it. */
  readonly answerBefore: LocalDate | null;
};

export const runningPauses: WaitingOf<RunningPauseItem> = async (services, { creditorId, take }) => {
  const { prisma } = services.database;
  const where = { creditorId, endedAt: null };
  const [count, rows] = await Promise.all([
    prisma.pause.count({ where, take: MOST_COUNTED + 1 }),
    prisma.pause.findMany({
      where,
      orderBy: [{ untilOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
      take,
      select: {
        id: true,
        reason: true,
        untilOn: true,
        debtor: { select: { name: true } },
        claim: { select: { reference: true } },
      },
    }),
  ]);
  const items = rows.map(({ id, reason, untilOn, debtor, claim }): RunningPauseItem => ({
    kind: "pause",
    id,
    debtor: debtor.name,
    references: [claim.reference],
    reason,
    answerBefore: untilOn && fromDateColumn(untilOn),
  }));
  return { count, items };
};
