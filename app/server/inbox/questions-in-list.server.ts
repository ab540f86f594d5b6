import type { LocalDate } from "#app/domain/calendar.ts";
import type { QuestionKind, QuestionOutcome } from "#app/domain/question.ts";
import { dayInAmsterdam, fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Prisma } from "#app/server/platform/prisma/client.ts";
import { type AboutClaims, type DecidedOf, MOST_COUNTED, type WaitingOf } from "./inbox-parts.server.ts";

/** What a debtor told or asked that a person has to see to. */
export type WaitingQuestion = AboutClaims & {
  readonly kind: "question";
  readonly about: QuestionKind;
  readonly answerBefore: LocalDate;
};

export type AnsweredQuestion = AboutClaims & {
  readonly kind: "question";
  readonly outcome: QuestionOutcome;
  readonly on: LocalDate;
};

const columns = {
  id: true,
  debtor: { select: { name: true } },
  claim: { select: { reference: true } },
} satisfies Prisma.QuestionSelect;

export const waitingQuestions: WaitingOf<WaitingQuestion> = async (services, { creditorId, take }) => {
  const { prisma } = services.database;
  const where = { creditorId, answeredAt: null };
  const [count, rows] = await Promise.all([
    prisma.question.count({ where, take: MOST_COUNTED + 1 }),
    prisma.question.findMany({
      where,
      orderBy: [{ answerBefore: "asc" }, { id: "asc" }],
      take,
      select: { ...columns, kind: true, answerBefore: true },
    }),
  ]);
  const items = rows.map(({ kind: about, answerBefore, ...row }): WaitingQuestion => ({ kind: "question", ...aboutOf(row), about, answerBefore: fromDateColumn(answerBefore) })); // prettier-ignore
  return { count, items };
};

export const answeredQuestions: DecidedOf<AnsweredQuestion> = async (services, { creditorId, take }) => {
  const rows = await services.database.prisma.question.findMany({
    where: { creditorId, answeredAt: { not: null } },
    orderBy: { answeredAt: "desc" },
    take,
    select: { ...columns, answeredAt: true, outcome: true },
  });
  return rows.flatMap(({ answeredAt: at, outcome, ...row }) => {
    if (at === null || outcome === null) return [];
    return [{ at, item: { kind: "question", ...aboutOf(row), outcome, on: dayInAmsterdam(at) } }];
  });
};

function aboutOf({ id, debtor, claim }: { id: string; debtor: { name: string }; claim: { reference: string } }) {
  return { id, debtor: debtor.name, references: [claim.reference] };
}
