import type { LocalDate } from "#app/domain/calendar.ts";
import type { QuestionKind, QuestionOutcome } from "#app/domain/question.ts";
import type { Retention } from "#app/domain/retention.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { DETAIL_FIELDS, type DetailField, readChanges } from "#app/server/details/detail-fields.server.ts";
import { retentionNow } from "#app/server/details/kept-claims.server.ts";
import { dayInAmsterdam, fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type DecidedBy, decidedByOf } from "./decided-by.server.ts";
import { loadOwedClaims, loadOwingDebtor, type OwedClaim, type OwingDebtor } from "./who-owes.server.ts";

/** What a debtor told or asked, as somebody who sees to it sees it. */
export type InboxQuestion = {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly askedOn: LocalDate;
  readonly answerBefore: LocalDate;
  /** What was written. */
  readonly letter: { readonly subject: string; readonly text: string } | null;
  /** Of a change of details: each that differs, as it should be, and as it is as long as nobody answered. */
  readonly changes: readonly { readonly field: DetailField; readonly now?: string | null; readonly wanted: string | null }[];
  /** Of who asks to be forgotten: how long everything is kept. */
  readonly retention: Retention | null;
  /** The pause that runs for the claim. */
  readonly pauseId: string | null;
  readonly answer: {
    readonly outcome: QuestionOutcome;
    readonly text: string;
    readonly by: DecidedBy;
    /** RFC 3339. */
    readonly at: string;
  } | null;
  readonly debtor: OwingDebtor;
  readonly claims: readonly OwedClaim[];
}; // prettier-ignore

/** A question of the user's creditor; null: somebody else's is as absent as one that never was. */
export async function loadInboxQuestion(
  services: Services,
  { grant, questionId }: { grant: CreditorGrant; questionId: string },
): Promise<InboxQuestion | null> {
  const { creditorId, userId } = grant;
  const { prisma } = services.database;
  const row = await prisma.question.findFirst({
    where: { id: questionId, creditorId },
    include: { message: { select: { subject: true, body: true } } },
  });
  if (!row) return null;
  const { id, kind, claimId, debtorId, answerBefore, createdAt, message, answeredAt, answeredBy, outcome } = row;
  const pause = await prisma.pause.findFirst({ where: { creditorId, claimId, endedAt: null }, select: { id: true } });
  const owner = { creditorId, debtorId };
  return {
    id,
    kind,
    askedOn: dayInAmsterdam(createdAt),
    answerBefore: fromDateColumn(answerBefore),
    letter: message && { subject: message.subject, text: message.body },
    changes:
      kind === "details_change"
        ? await changesOf(services, { owner, details: row.details, answered: answeredAt !== null })
        : [],
    retention: kind === "erasure" ? await retentionNow(prisma, services, owner) : null,
    pauseId: pause?.id ?? null,
    answer:
      answeredAt !== null && answeredBy !== null && outcome !== null
        ? { outcome, text: row.answer, by: await decidedByOf(prisma, { actor: answeredBy, creditorId, userId }), at: answeredAt.toISOString() } // prettier-ignore
        : null,
    debtor: await loadOwingDebtor(services, owner),
    claims: await loadOwedClaims(services, { creditorId, claimIds: [claimId] }),
  };
}

async function changesOf(
  services: Services,
  {
    owner,
    details,
    answered,
  }: { owner: { creditorId: string; debtorId: string }; details: unknown; answered: boolean },
): Promise<InboxQuestion["changes"]> {
  const { creditorId, debtorId } = owner;
  const known = await services.database.prisma.debtor.findFirstOrThrow({ where: { id: debtorId, creditorId } });
  const wanted = readChanges(details);
  return DETAIL_FIELDS.flatMap((field) => {
    const value = wanted[field];
    return value === undefined ? [] : [{ field, ...(answered ? {} : { now: known[field] }), wanted: value }];
  });
}
