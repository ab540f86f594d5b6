import type { LocalDate } from "#app/domain/calendar.ts";
import { dayInAmsterdam, fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Prisma } from "#app/server/platform/prisma/client.ts";
import { type AboutClaims, type DecidedOf, MOST_COUNTED, type WaitingOf } from "./inbox-parts.server.ts";

/** A complaint about how a debtor was treated. */
export type WaitingComplaint = AboutClaims & {
  readonly kind: "complaint";
  readonly about: string;
  readonly answerBefore: LocalDate;
};

export type AnsweredComplaint = AboutClaims & { readonly kind: "complaint"; readonly on: LocalDate };

const columns = {
  id: true,
  about: true,
  debtor: { select: { name: true } },
  claim: { select: { reference: true } },
} satisfies Prisma.ComplaintSelect;

export const waitingComplaints: WaitingOf<WaitingComplaint> = async (services, { creditorId, take }) => {
  const { prisma } = services.database;
  const where = { creditorId, status: "open" } as const;
  const [count, rows] = await Promise.all([
    prisma.complaint.count({ where, take: MOST_COUNTED + 1 }),
    prisma.complaint.findMany({
      where,
      orderBy: [{ answerBefore: "asc" }, { id: "asc" }],
      take,
      select: { ...columns, answerBefore: true },
    }),
  ]);
  const items = rows.map(({ about, answerBefore, ...row }): WaitingComplaint => ({ kind: "complaint", ...aboutOf(row), about, answerBefore: fromDateColumn(answerBefore) })); // prettier-ignore
  return { count, items };
};

export const answeredComplaints: DecidedOf<AnsweredComplaint> = async (services, { creditorId, take }) => {
  const rows = await services.database.prisma.complaint.findMany({
    where: { creditorId, status: "answered" },
    orderBy: { answeredAt: "desc" },
    take,
    select: { ...columns, answeredAt: true },
  });
  return rows.flatMap(({ answeredAt: at, ...row }) => {
    return at === null ? [] : [{ at, item: { kind: "complaint", ...aboutOf(row), on: dayInAmsterdam(at) } }];
  });
};

function aboutOf({ id, debtor, claim }: { id: string; debtor: { name: string }; claim: { reference: string } }) {
  return { id, debtor: debtor.name, references: [claim.reference] };
}
