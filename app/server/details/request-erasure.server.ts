import { err, ok, type Result } from "#app/domain/result.ts";
import type { Retention } from "#app/domain/retention.ts";
import { type Language, languageForCreditor } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { lockClaim } from "#app/server/claims/claim-record.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { tellCreditor } from "#app/server/messages/tell-creditor.server.ts";
import { tellDebtor } from "#app/server/messages/tell-debtor.server.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { openQuestion, questionPath } from "#app/server/questions/open-question.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { debtorActor, type DebtorScope } from "./debtor-scope.server.ts";
import { erasureAnswer } from "./erasure-answer.server.ts";
import { retentionNow } from "./kept-claims.server.ts";

export type ErasureOrder = {
  readonly debtor: DebtorScope;
  /** Made with the form: the same form again is the same request. */
  readonly requestId: string;
  readonly language: Language;
};

/**
 * A debtor asks to be forgotten. It is answered at once: until when the law wants it kept and why, or that the creditor
 * erases it within a month (AVG art. 12 lid 3, 17). The creditor is told either way; nothing is erased here.
 */
export async function requestErasure(
  services: Services,
  { debtor, requestId, language }: ErasureOrder,
): Promise<Result<Retention, { kind: "not_found" | "invalid_request" }>> {
  const { creditorId, debtorId, claimId } = debtor;
  if (!isId("chg", requestId)) return err({ kind: "invalid_request" });
  return inTransaction(services.database, async (tx) => {
    const claim = await lockClaim(tx, { creditorId, claimId });
    if (claim?.debtorId !== debtorId) return err({ kind: "not_found" });
    const retention = await retentionNow(tx, services, debtor);
    const at = services.clock.now();
    const { t } = translatorFor(languageForCreditor(language));
    const messageId = derivedId("msg", `${requestId} erasure`);
    const { count } = await tx.message.createMany({
      skipDuplicates: true,
      data: { id: messageId, creditorId, claimId, direction: "inbound", channel: "portal", ownOnly: true, subject: t("details.letter.erasure"), body: t("details.letter.erasureText"), sentAt: at, createdAt: at }, // prettier-ignore
    });
    if (count === 0) return ok(retention);
    await openQuestion(tx, services, { creditorId, debtorId, claimId, kind: "erasure", key: requestId, messageId });
    const until = retention.kind === "kept" ? retention.until : null;
    const data = { about: "erasure", erasure: { keptUntil: until, reason: reasonOf(retention) } };
    await appendEvents(tx, claimId, [{ type: "debtor.help_requested", occurredAt: at, data }]);
    await tellDebtor(tx, services, {
      creditorId,
      debtorId,
      claimIds: [claimId],
      kind: "erasure_answered",
      key: `${requestId} answered`,
      atOnce: true,
      ownOnly: true,
      write: (translator, creditor) => ({
        subject: translator.t("details.mail.erasure.subject"),
        blocks: erasureAnswer(retention, { creditor, translator }).map((text) => ({ type: "paragraph", text })),
      }),
    });
    await tellCreditor(tx, services, {
      creditorId,
      claimIds: [claimId],
      kind: "erasure_requested_creditor",
      key: `${requestId} asked`,
      path: questionPath(requestId),
      write: ({ t: say }) => ({
        subject: say("details.mail.creditor.erasure.subject"),
        text: say(
          retention.kind === "free" ? "details.mail.creditor.erasure.free" : "details.mail.creditor.erasure.kept",
        ),
      }),
    });
    const noted = { reason: reasonOf(retention), until };
    appendAudit(tx, creditorId, { at, actor: debtorActor(debtor), action: "erasure.requested", subject: debtorId, data: noted }); // prettier-ignore
    return ok(retention);
  });
}

const reasonOf = (retention: Retention): string => (retention.kind === "kept" ? retention.rule : retention.kind);
