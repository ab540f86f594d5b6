import { complaintNumber } from "#app/domain/spoken-number.ts";
import { complaintAnswerBefore, type ComplaintSubject } from "#app/domain/complaint.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { type Language, languageForCreditor } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import type { DebtorGrant } from "#app/server/access/debtor-session.server.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { lockClaim } from "#app/server/claims/claim-record.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import { tellCreditor } from "#app/server/messages/tell-creditor.server.ts";
import { tellDebtor } from "#app/server/messages/tell-debtor.server.ts";
import { toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import { writtenDay } from "#app/server/platform/clock/written-day.server.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";

export type ComplaintOrder = {
  readonly debtor: Pick<DebtorGrant, "creditorId" | "debtorId" | "sessionId">;
  readonly claimId: string;
  /** Made with the form: the same form again is the same complaint. */
  readonly complaintId: string;
  readonly about: ComplaintSubject;
  readonly text: string;
  readonly language: Language;
};

/**
 * A debtor complains about how they were treated. Receipt is confirmed in writing at once, where the law gives two working
 * days (Bki), with the last day of the answer; the creditor's people, and its address for complaints, are told.
 */
export async function openComplaint(
  services: Services,
  { debtor, claimId, complaintId, about, text, language }: ComplaintOrder,
): Promise<Result<null, { kind: "not_found" | "invalid_request" }>> {
  const { creditorId, debtorId } = debtor;
  if (!isId("cpl", complaintId)) return err({ kind: "invalid_request" });
  return inTransaction(services.database, async (tx) => {
    const claim = await lockClaim(tx, { creditorId, claimId });
    if (claim?.debtorId !== debtorId) return err({ kind: "not_found" });
    const at = services.clock.now();
    const number = complaintNumber(complaintId);
    const answerBefore = complaintAnswerBefore(services.clock.today());
    const row = { id: complaintId, creditorId, claimId, debtorId, about, text, language, answerBefore: toDateColumn(answerBefore), createdAt: at }; // prettier-ignore
    const { count } = await tx.complaint.createMany({ skipDuplicates: true, data: row });
    if (count === 0) return ok(null);
    // The creditor's people have to read what it is about.
    const { t } = translatorFor(languageForCreditor(language));
    const message = { id: derivedId("msg", `${complaintId} made`), creditorId, claimId, direction: "inbound", channel: "portal", ownOnly: true, sentAt: at, createdAt: at } as const; // prettier-ignore
    await tx.message.createMany({
      skipDuplicates: true,
      data: {
        ...message,
        subject: t("complaint.letter.subject", { about: t(`complaint.about.${about}`) }),
        body: text,
      },
    });
    const data = { about: "complaint", complaint: { id: complaintId, number, about, answerBefore } };
    await appendEvents(tx, claimId, [{ type: "debtor.help_requested", occurredAt: at, data }]);
    await tellDebtor(tx, services, {
      creditorId,
      debtorId,
      claimIds: [claimId],
      kind: "complaint_received",
      key: `${complaintId} received`,
      atOnce: true,
      ownOnly: true,
      write: (translator, creditor) => ({
        subject: translator.t("complaint.mail.received.subject", { number }),
        blocks: [
          { type: "paragraph", text: translator.t("complaint.mail.received.text", { creditor }) },
          {
            type: "rows",
            rows: [
              { label: translator.t("complaint.mail.number"), value: number },
              { label: translator.t("complaint.mail.answerBefore"), value: writtenDay(answerBefore, translator.language) }, // prettier-ignore
            ],
          },
        ],
      }),
    });
    const { complaints } = await tx.creditor.findUniqueOrThrow({ where: { id: creditorId }, select: { complaints: true } }); // prettier-ignore
    const { email } = complaints as { email?: string };
    await tellCreditor(tx, services, {
      creditorId,
      claimIds: [claimId],
      kind: "complaint_opened_creditor",
      key: `${complaintId} opened`,
      path: `/creditor/complaints/${complaintId}`,
      ...(email === undefined ? {} : { alsoTo: email }),
      write: ({ t: say, language: written }) => ({
        subject: say("complaint.mail.creditor.subject", { number }),
        text: say("complaint.mail.creditor.text", { day: writtenDay(answerBefore, written) }),
        rows: [{ label: say("complaint.mail.number"), value: number }],
      }),
    });
    appendAudit(tx, creditorId, { at, actor: `debtor:${debtor.sessionId}`, action: "complaint.opened", subject: complaintId, data: { claim: claimId, about, answerBefore } }); // prettier-ignore
    return ok(null);
  });
}
