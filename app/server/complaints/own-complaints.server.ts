import type { LocalDate } from "#app/domain/calendar.ts";
import { dayInAmsterdam, fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";

export type OwnComplaint = {
  readonly id: string;
  readonly about: string;
  readonly text: string;
  readonly madeOn: LocalDate;
  readonly answerBefore: LocalDate;
  readonly answer: { readonly text: string; readonly on: LocalDate } | null;
  /** Answered, or the term is over: somebody outside can look at it. */
  readonly outsideIsOpen: boolean;
};

/** The complaints of a debtor, the newest first. */
export async function listOwnComplaints(
  services: Services,
  { creditorId, debtorId }: { creditorId: string; debtorId: string },
): Promise<OwnComplaint[]> {
  const rows = await services.database.prisma.complaint.findMany({
    where: { creditorId, debtorId },
    orderBy: { id: "desc" },
    select: { id: true, about: true, text: true, createdAt: true, answerBefore: true, answer: true, answeredAt: true },
  });
  const today = services.clock.today();
  return rows.map(({ id, about, text, createdAt, answer, answeredAt, ...row }) => {
    const answerBefore = fromDateColumn(row.answerBefore);
    const answered = answer !== null && answeredAt !== null ? { text: answer, on: dayInAmsterdam(answeredAt) } : null;
    return {
      id,
      about,
      text,
      madeOn: dayInAmsterdam(createdAt),
      answerBefore,
      answer: answered,
      outsideIsOpen: answered !== null || answerBefore < today,
    };
  });
}
