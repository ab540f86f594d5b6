import type { LocalDate } from "#app/domain/calendar.ts";
import type { PauseReason } from "#app/domain/pause.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { dayInAmsterdam, fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type DecidedBy, decidedByOf } from "./decided-by.server.ts";
import { loadOwedClaims, loadOwingDebtor, type OwedClaim, type OwingDebtor } from "./who-owes.server.ts";

/** A pause as somebody who decides about it sees it. */
export type InboxPause = {
  readonly id: string;
  readonly reason: PauseReason;
  /** In the words of whoever asked for it; of one that was made longer, who helps the debtor. */
  readonly text: string;
  readonly by: DecidedBy;
  readonly startedOn: LocalDate;
  readonly untilOn: LocalDate | null;
  /** How often the debtor made it longer. */
  readonly extended: number;
  readonly ended: { readonly by: DecidedBy; readonly on: LocalDate } | null;
  /** What the debtor, or somebody for them, wrote about it. */
  readonly letter: { readonly questionId: string; readonly subject: string; readonly text: string; readonly on: LocalDate } | null; // prettier-ignore
  readonly debtor: OwingDebtor;
  readonly claims: readonly OwedClaim[];
};

const OF_A_QUESTION = {
  debt_counselling: "counsellor",
  moratorium: "counsellor",
  wsnp: "counsellor",
  administration: "counsellor",
  bankruptcy: "bankrupt",
  deceased: "deceased",
  wrong_person: "wrong_person",
} as const satisfies Partial<Record<PauseReason, string>>;

/** A pause of the user's creditor; null: somebody else's is as absent as one that never was. */
export async function loadInboxPause(
  services: Services,
  { grant, pauseId }: { grant: CreditorGrant; pauseId: string },
): Promise<InboxPause | null> {
  const { creditorId, userId } = grant;
  const { prisma } = services.database;
  const row = await prisma.pause.findFirst({ where: { id: pauseId, creditorId } });
  if (!row) return null;
  const { id, claimId, debtorId, reason, text, extended, untilOn, endedAt } = row;
  const who = (actor: string) => decidedByOf(prisma, { actor, creditorId, userId });
  return {
    id,
    reason,
    text,
    extended,
    by: await who(row.actor),
    startedOn: fromDateColumn(row.startedOn),
    untilOn: untilOn && fromDateColumn(untilOn),
    ended: endedAt && { by: await who(row.endedBy ?? "system"), on: dayInAmsterdam(endedAt) },
    letter: await letterOf(services, { creditorId, debtorId, reason }),
    debtor: await loadOwingDebtor(services, { creditorId, debtorId }),
    claims: await loadOwedClaims(services, { creditorId, claimIds: [claimId] }),
  };
}

async function letterOf(
  services: Services,
  { creditorId, debtorId, reason }: { creditorId: string; debtorId: string; reason: PauseReason },
): Promise<InboxPause["letter"]> {
  const kind = reason in OF_A_QUESTION ? OF_A_QUESTION[reason as keyof typeof OF_A_QUESTION] : null;
  if (kind === null) return null;
  const question = await services.database.prisma.question.findFirst({
    where: { creditorId, debtorId, kind },
    orderBy: { createdAt: "desc" },
    select: { id: true, createdAt: true, message: { select: { subject: true, body: true } } },
  });
  if (!question?.message) return null;
  const { id: questionId, createdAt, message } = question;
  return { questionId, subject: message.subject, text: message.body, on: dayInAmsterdam(createdAt) };
}
