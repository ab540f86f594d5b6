import type { LocalDate } from "#app/domain/calendar.ts";
import type { ArrangementStatus } from "#app/domain/arrangement/arrangement-state.ts";
import type { DisputeStatus } from "#app/domain/dispute/dispute-state.ts";
import type { PauseReason } from "#app/domain/pause.ts";
import type { QuestionKind } from "#app/domain/question.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** Something about a claim that has a page of its own in the inbox. */
export type ClaimMatter = { readonly id: string; readonly since: LocalDate } & (
  | { readonly kind: "arrangement"; readonly status: ArrangementStatus }
  | { readonly kind: "dispute"; readonly status: DisputeStatus }
  | { readonly kind: "pause"; readonly reason: PauseReason; readonly ended: boolean }
  | { readonly kind: "complaint"; readonly answered: boolean }
  | { readonly kind: "question"; readonly about: QuestionKind; readonly answered: boolean }
);

const MOST = 10;

/** What was arranged, disputed, asked and complained about on a claim, the newest first. */
export async function loadClaimMatters(
  services: Services,
  { creditorId, claimId }: { creditorId: string; claimId: string },
): Promise<readonly ClaimMatter[]> {
  const { prisma } = services.database;
  const where = { creditorId, claimId };
  const newest = { orderBy: { createdAt: "desc" }, take: MOST } as const;
  const [arrangements, disputes, pauses, complaints, questions] = await Promise.all([
    prisma.arrangement.findMany({ where: { creditorId, claims: { some: { claimId } } }, ...newest, select: { id: true, status: true, createdAt: true } }), // prettier-ignore
    prisma.dispute.findMany({ where, ...newest, select: { id: true, status: true, createdAt: true } }),
    prisma.pause.findMany({ where, ...newest, select: { id: true, reason: true, endedAt: true, createdAt: true } }),
    prisma.complaint.findMany({ where, ...newest, select: { id: true, status: true, createdAt: true } }),
    prisma.question.findMany({ where, ...newest, select: { id: true, kind: true, answeredAt: true, createdAt: true } }),
  ]);
  const dated = [
    ...arrangements.map(({ createdAt, ...row }) => ({ at: createdAt, what: { kind: "arrangement" as const, ...row } })),
    ...disputes.map(({ createdAt, ...row }) => ({ at: createdAt, what: { kind: "dispute" as const, ...row } })),
    ...pauses.map(({ createdAt, endedAt, id, reason }) => ({ at: createdAt, what: { kind: "pause" as const, id, reason, ended: endedAt !== null } })), // prettier-ignore
    ...complaints.map(({ createdAt, id, status }) => ({ at: createdAt, what: { kind: "complaint" as const, id, answered: status === "answered" } })), // prettier-ignore
    ...questions.map(({ createdAt, answeredAt, id, kind: about }) => ({ at: createdAt, what: { kind: "question" as const, id, about, answered: answeredAt !== null } })), // prettier-ignore
  ];
  return dated
    .sort((left, right) => right.at.getTime() - left.at.getTime())
    .slice(0, MOST)
    .map(({ at, what }) => ({ ...what, since: dayInAmsterdam(at) }));
}
