import { addDays, later } from "#app/domain/calendar.ts";
import { disputeAfter, type DisputeStatus } from "#app/domain/dispute/dispute-state.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { languageForCreditor } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { actorOf, type DebtorSessionScope } from "#app/server/arrangements/own-arrangement.server.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { attachUploads } from "#app/server/evidence/attach-uploads.server.ts";
import { toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { disputeNumber } from "#app/domain/spoken-number.ts";
import { appendDisputeEvent } from "./dispute-events.server.ts";
import { lockDispute } from "./dispute-record.server.ts";
import { nextReminder } from "./next-reminder.server.ts";
import { tellCreditorOfDispute, tellDebtorOfDispute } from "./tell-of-dispute.server.ts";

export type AnswerOrder = {
  readonly debtor: DebtorSessionScope;
  readonly disputeId: string;
  /** Made when the form was shown: the same form twice is one answer. */
  readonly messageId: string;
  readonly text: string;
  readonly uploadIds: readonly string[];
};

export type AnswerRefusal =
  { readonly kind: "not_found" | "empty" } | { readonly kind: "not_possible"; readonly status: DisputeStatus };

const LONGEST_TEXT = 4_000;
/** Whoever asks something has so many days for the answer, at least. */
const DAYS_TO_READ_AN_ANSWER = 7;

/** The debtor answers, or adds something by themselves: the creditor is told, and has a week at least to read it. */
export async function answerDispute(services: Services, order: AnswerOrder): Promise<Result<null, AnswerRefusal>> {
  const { debtor, disputeId, messageId } = order;
  const text = order.text.trim().slice(0, LONGEST_TEXT);
  if (!isId("msg", messageId)) return err({ kind: "not_found" });
  if (text === "" && order.uploadIds.length === 0) return err({ kind: "empty" });
  return inTransaction(services.database, async (tx) => {
    const { creditorId, debtorId, sessionId } = debtor;
    const locked = await lockDispute(tx, { creditorId, disputeId });
    if (locked?.dispute.debtorId !== debtorId) return err({ kind: "not_found" });
    const { dispute, claim } = locked;
    const known = await tx.message.findFirst({ where: { id: messageId }, select: { disputeId: true } });
    if (known) return known.disputeId === disputeId ? ok(null) : err({ kind: "not_found" });
    const moved = disputeAfter(dispute.status, "answer");
    if (!moved.ok) return moved;

    const at = services.clock.now();
    const waited = dispute.status === "awaiting_debtor";
    const answerBefore = waited
      ? later(dispute.answerBefore, addDays(services.clock.today(), DAYS_TO_READ_AN_ANSWER))
      : dispute.answerBefore;
    const creditorTold = answerBefore === dispute.answerBefore ? dispute.creditorTold : 0;
    const { t } = translatorFor(languageForCreditor(dispute.language));
    await tx.message.create({
      data: {
        id: messageId,
        creditorId,
        claimId: dispute.claimId,
        direction: "inbound",
        channel: "portal",
        subject: t("disputeMail.answer.subject", { number: disputeNumber(dispute.id) }),
        body: text,
        sentAt: at,
        createdAt: at,
        disputeId,
      },
    });
    const session = { sessionId, creditorId, claimId: dispute.claimId };
    const files = await attachUploads(tx, { session, uploadIds: order.uploadIds, messageId });
    await tx.dispute.update({
      where: { id: disputeId },
      data: {
        status: moved.value,
        debtorAnswerBefore: null,
        answerBefore: toDateColumn(answerBefore),
        creditorTold,
        checkAt: nextReminder({ answerBefore, creditorTold }),
      },
    });
    const now = { ...dispute, status: moved.value, answerBefore };
    const message = { id: messageId, direction: "inbound" };
    await appendDisputeEvent(tx, now, { type: "dispute.message", at, data: { message, files: files.length } });
    await tellDebtorOfDispute(tx, services, { dispute: now, claim, news: { kind: "answered", messageId } });
    await tellCreditorOfDispute(tx, services, { dispute: now, kind: "answered", key: messageId });
    appendAudit(tx, creditorId, { at, actor: actorOf(debtor), action: "dispute.answered", subject: disputeId, data: { message: messageId } }); // prettier-ignore
    return ok(null);
  });
}
