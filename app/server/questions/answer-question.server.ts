import { isChange, type QuestionOutcome } from "#app/domain/question.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { writeList } from "#app/i18n/write-list.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { lockClaim } from "#app/server/claims/claim-record.server.ts";
import { correctDetails } from "#app/server/details/correct-details.server.ts";
import { type DetailGroup, groupsOf, readChanges } from "#app/server/details/detail-fields.server.ts";
import { tellDebtor } from "#app/server/messages/tell-debtor.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";

export type QuestionAnswer = {
  readonly creditorId: string;
  readonly questionId: string;
  /** `applied` and `declined` are for a change of details. */
  readonly outcome: QuestionOutcome;
  /** For the debtor; empty: nothing is written to them, but that details are as they wanted. */
  readonly text: string;
  readonly actor: string;
};

export type QuestionRefusal = { readonly kind: "question_not_found" | "already_answered" | "outcome_not_possible" };

/** Sees to what was told or asked, once: of two people one does, and the other is told. */
export async function answerQuestion(
  services: Services,
  answer: QuestionAnswer,
): Promise<Result<null, QuestionRefusal>> {
  const { creditorId, questionId, outcome, text, actor } = answer;
  return inTransaction(services.database, async (tx) => {
    const question = await tx.question.findFirst({ where: { id: questionId, creditorId } });
    if (!question) return err({ kind: "question_not_found" });
    const { claimId, kind, details } = question;
    if ((outcome === "handled") === isChange(kind)) return err({ kind: "outcome_not_possible" });
    const claim = await lockClaim(tx, { creditorId, claimId });
    if (!claim) return err({ kind: "question_not_found" });
    const at = services.clock.now();
    const { count } = await tx.question.updateMany({
      where: { id: questionId, creditorId, answeredAt: null },
      data: { answeredAt: at, answeredBy: actor, outcome, answer: text },
    });
    if (count === 0) return err({ kind: "already_answered" });
    const changes = readChanges(details);
    if (outcome === "applied") await correctDetails(tx, services, { claim, wanted: changes, actor });
    await tellWho(tx, services, { ...answer, claimId, debtorId: question.debtorId, fields: groupsOf(changes) });
    const data = { claim: claimId, kind, outcome };
    appendAudit(tx, creditorId, { at, actor, action: "question.answered", subject: questionId, data });
    return ok(null);
  });
}

async function tellWho(
  tx: Transaction,
  services: Services,
  { creditorId, debtorId, claimId, questionId, outcome, text, fields }: QuestionAnswer & { debtorId: string; claimId: string; fields: readonly DetailGroup[] }, // prettier-ignore
): Promise<void> {
  if (outcome === "handled" && text === "") return;
  await tellDebtor(tx, services, {
    creditorId,
    debtorId,
    claimIds: [claimId],
    kind: `question_${outcome}`,
    key: `${questionId} ${outcome}`,
    atOnce: false,
    ownOnly: true,
    write: ({ t, language }, creditor) => {
      const what = writeList(
        fields.map((field) => t(`details.part.${field}`)),
        language,
      );
      const lines = [
        outcome === "applied" ? t("details.mail.confirmed.text", { what }) : null,
        outcome === "declined" ? t("details.mail.question.declined", { creditor, what }) : null,
        text === "" ? null : t("pause.mail.words", { creditor, text }),
      ];
      return {
        subject:
          outcome === "applied"
            ? t("details.mail.confirmed.subject")
            : t("details.mail.question.subject", { creditor }),
        blocks: lines.flatMap((line) => (line === null ? [] : [{ type: "paragraph" as const, text: line }])),
      };
    },
  });
}
