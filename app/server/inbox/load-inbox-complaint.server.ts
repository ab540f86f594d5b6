import type { LocalDate } from "#app/domain/calendar.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { dayInAmsterdam, fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type DecidedBy, decidedByOf } from "./decided-by.server.ts";
import { loadOwedClaims, loadOwingDebtor, type OwedClaim, type OwingDebtor } from "./who-owes.server.ts";

/** A complaint as somebody who answers it sees it. */
export type InboxComplaint = {
  readonly id: string;
  readonly about: string;
  readonly text: string;
  readonly madeOn: LocalDate;
  readonly answerBefore: LocalDate;
  /** What was answered, by whom and when (RFC 3339). */
  readonly answer: { readonly text: string; readonly by: DecidedBy; readonly at: string } | null;
  readonly debtor: OwingDebtor;
  readonly claims: readonly OwedClaim[];
};

/** A complaint to the user's creditor; null: somebody else's is as absent as one that never was. */
export async function loadInboxComplaint(
  services: Services,
  { grant, complaintId }: { grant: CreditorGrant; complaintId: string },
): Promise<InboxComplaint | null> {
  const { creditorId, userId } = grant;
  const { prisma } = services.database;
  const row = await prisma.complaint.findFirst({ where: { id: complaintId, creditorId } });
  if (!row) return null;
  const { id, claimId, debtorId, about, text, createdAt, answer, answeredBy, answeredAt } = row;
  const by = answeredBy === null ? null : await decidedByOf(prisma, { actor: answeredBy, creditorId, userId });
  return {
    id,
    about,
    text,
    madeOn: dayInAmsterdam(createdAt),
    answerBefore: fromDateColumn(row.answerBefore),
    answer:
      answer !== null && by !== null && answeredAt !== null ? { text: answer, by, at: answeredAt.toISOString() } : null,
    debtor: await loadOwingDebtor(services, { creditorId, debtorId }),
    claims: await loadOwedClaims(services, { creditorId, claimIds: [claimId] }),
  };
}
