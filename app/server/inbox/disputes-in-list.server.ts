import type { LocalDate } from "#app/domain/calendar.ts";
import type { DisputeOutcome } from "#app/domain/dispute/dispute-state.ts";
import type { DisputeGround } from "#app/domain/dispute/grounds.ts";
import { asCents, type Cents } from "#app/domain/money.ts";
import { dayInAmsterdam, fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Prisma } from "#app/server/platform/prisma/client.ts";
import { type AboutClaims, type DecidedOf, MOST_COUNTED, type WaitingOf } from "./inbox-parts.server.ts";

/** A debtor who does not agree; `asked`: a question waits for them. */
export type WaitingDispute = AboutClaims & {
  readonly kind: "dispute";
  readonly ground: DisputeGround;
  readonly amount: Cents;
  readonly asked: boolean;
  readonly answerBefore: LocalDate;
};

export type EndedDispute = AboutClaims & {
  readonly kind: "dispute";
  /** Null: withdrawn. */
  readonly outcome: DisputeOutcome | null;
  readonly on: LocalDate;
};

const columns = {
  id: true,
  debtor: { select: { name: true } },
  claim: { select: { reference: true } },
} satisfies Prisma.DisputeSelect;

export const waitingDisputes: WaitingOf<WaitingDispute> = async (services, { creditorId, take }) => {
  const { prisma } = services.database;
  const where = { creditorId, endedAt: null };
  const [count, rows] = await Promise.all([
    prisma.dispute.count({ where, take: MOST_COUNTED + 1 }),
    prisma.dispute.findMany({
      where,
      orderBy: [{ answerBefore: "asc" }, { id: "asc" }],
      take,
      select: { ...columns, ground: true, amount: true, status: true, answerBefore: true },
    }),
  ]);
  const items = rows.map(({ ground, amount, status, answerBefore, ...row }): WaitingDispute => ({
    kind: "dispute",
    ...aboutOf(row),
    ground: ground as DisputeGround,
    amount: asCents(amount),
    asked: status === "awaiting_debtor",
    answerBefore: fromDateColumn(answerBefore),
  }));
  return { count, items };
};

export const endedDisputes: DecidedOf<EndedDispute> = async (services, { creditorId, take }) => {
  const rows = await services.database.prisma.dispute.findMany({
    where: { creditorId, endedAt: { not: null } },
    orderBy: { endedAt: "desc" },
    take,
    select: { ...columns, outcome: true, endedAt: true },
  });
  return rows.flatMap(({ endedAt: at, outcome, ...row }) => {
    return at === null ? [] : [{ at, item: { kind: "dispute", ...aboutOf(row), outcome, on: dayInAmsterdam(at) } }];
  });
};

function aboutOf({ id, debtor, claim }: { id: string; debtor: { name: string }; claim: { reference: string } }) {
  return { id, debtor: debtor.name, references: [claim.reference] };
}
