import type { LocalDate } from "#app/domain/calendar.ts";
import { disputeNumber } from "#app/domain/spoken-number.ts";
import type { DisputeOutcome } from "#app/domain/dispute/dispute-state.ts";
import type { Cents } from "#app/domain/money.ts";
import { formatEuro } from "#app/domain/money-text.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import type { ClaimRecord } from "#app/server/claims/claim-record.server.ts";
import { tellCreditor } from "#app/server/messages/tell-creditor.server.ts";
import type { NewsBlock } from "#app/server/messages/queue-news.server.ts";
import { tellDebtor } from "#app/server/messages/tell-debtor.server.ts";
import { writtenDay } from "#app/server/platform/clock/written-day.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { DisputeRecord } from "./dispute-record.server.ts";

/** question: waits for an answer. remark: does not. no_answer: the creditor let its term pass. */
export type DisputeNews =
  | { readonly kind: "opened" | "withdrawn" | "ended_with_claim" | "no_answer" }
  | { readonly kind: "question"; readonly body: string; readonly before: LocalDate; readonly messageId: string }
  | { readonly kind: "remark"; readonly body: string; readonly messageId: string }
  | { readonly kind: "answered"; readonly messageId: string }
  | {
      readonly kind: "resolved";
      readonly outcome: DisputeOutcome;
      readonly explanation: string;
      readonly credited: Cents;
    };

const ANSWERS_AN_ACT: ReadonlySet<DisputeNews["kind"]> = new Set(["opened", "withdrawn", "answered"] as const);
const ASKS_FOR_AN_ACT: ReadonlySet<DisputeNews["kind"]> = new Set(["question"] as const);

/** Tells the debtor what became of a dispute: what happened, what it means for the money, and what comes next. */
export async function tellDebtorOfDispute(
  tx: Transaction,
  services: Services,
  { dispute, claim, news }: { dispute: DisputeRecord; claim: ClaimRecord; news: DisputeNews },
): Promise<void> {
  const { id, creditorId, debtorId, claimId } = dispute;
  const { open, credit } = await claimStatement(tx, claim, services.clock.today());
  const complaints = await complaintRoute(tx, creditorId);
  await tellDebtor(tx, services, {
    creditorId,
    debtorId,
    claimIds: [claimId],
    kind: `dispute_${news.kind}`,
    key: `${id} ${news.kind}${"messageId" in news ? ` ${news.messageId}` : ""}`,
    atOnce: ANSWERS_AN_ACT.has(news.kind),
    disputeId: id,
    write: (translator, creditor) => ({
      subject: translator.t(`disputeMail.subject.${news.kind}`, { number: disputeNumber(id) }),
      blocks: blocksOf({ dispute, news, creditor, open, credit, complaints }, translator),
      linkLabel: ASKS_FOR_AN_ACT.has(news.kind) ? translator.t("disputeMail.button") : undefined,
    }),
  });
}

type Written = {
  readonly dispute: DisputeRecord;
  readonly news: DisputeNews;
  readonly creditor: string;
  readonly open: Cents;
  readonly credit: Cents;
  readonly complaints: string | null;
};

function blocksOf({ dispute, news, creditor, open, credit, complaints }: Written, translator: Translator): NewsBlock[] {
  const { t, language } = translator;
  const euro = (amount: Cents) => formatEuro(amount, language);
  const number = disputeNumber(dispute.id);
  const values = {
    creditor,
    number,
    day: writtenDay(dispute.answerBefore, language),
    amount: euro(dispute.amount),
    open: euro(open),
    credit: euro(credit),
  };
  const texts: (string | null)[] = (() => {
    switch (news.kind) {
      case "opened":
        return [
          t("disputeMail.opened.happened", values),
          t("disputeMail.opened.money", values),
          t("disputeMail.opened.next", values),
        ];
      case "question":
        return [
          t("disputeMail.question.happened", values),
          news.body,
          t("disputeMail.question.next", { ...values, day: writtenDay(news.before, language) }),
        ];
      case "remark":
        return [t("disputeMail.remark.happened", values), news.body, t("disputeMail.remark.next", values)];
      case "answered":
        return [t("disputeMail.answered.happened", values), t("disputeMail.answered.next", values)];
      case "no_answer":
        return [t("disputeMail.no_answer.happened", values), t("disputeMail.no_answer.next", values), complaints];
      case "withdrawn":
        return [t("disputeMail.withdrawn.happened", values), t("disputeMail.withdrawn.money", values)];
      case "ended_with_claim":
        return [t("disputeMail.ended_with_claim.happened", values)];
      case "resolved":
        return [
          t(`disputeMail.resolved.${news.outcome}`, values),
          news.explanation,
          news.credited > 0n ? t("disputeMail.resolved.credited", { ...values, credited: euro(news.credited) }) : null,
          t(credit > 0n ? "disputeMail.resolved.moneyBack" : "disputeMail.resolved.money", values),
          news.outcome === "upheld" ? null : t("disputeMail.resolved.disagree", values),
          news.outcome === "upheld" ? null : complaints,
        ];
    }
  })();
  return texts.flatMap((text) => (text === null ? [] : [{ type: "paragraph" as const, text }]));
}

/** The outside body that a debtor can go to, in one line; null where the creditor named none. */
async function complaintRoute(tx: Transaction, creditorId: string): Promise<string | null> {
  const { complaints } = await tx.creditor.findUniqueOrThrow({
    where: { id: creditorId },
    select: { complaints: true },
  });
  const { outsideBody } = complaints as { outsideBody?: { name: string; url: string } };
  return outsideBody ? `${outsideBody.name}: ${outsideBody.url}` : null;
}

export type CreditorDisputeNews = "opened" | "answered" | "withdrawn" | "answer_due" | "overdue";

/** Mails those who handle claims for the creditor; `key` names the piece of news. */
export async function tellCreditorOfDispute(
  tx: Transaction,
  services: Services,
  { dispute, kind, key }: { dispute: DisputeRecord; kind: CreditorDisputeNews; key: string },
): Promise<void> {
  const { id, creditorId, claimId, amount, answerBefore, ground } = dispute;
  await tellCreditor(tx, services, {
    creditorId,
    claimIds: [claimId],
    kind: `dispute_${kind}_creditor`,
    key: `${id} ${kind} ${key}`,
    path: `/creditor/disputes/${id}`,
    write: ({ t, language }) => ({
      subject: t(`disputeMail.creditor.subject.${kind}`, { number: disputeNumber(id) }),
      text: t(`disputeMail.creditor.text.${kind}`, { day: writtenDay(answerBefore, language) }),
      rows: [
        { label: t("disputeMail.creditor.ground"), value: t(`disputeMail.ground.${ground}`) },
        { label: t("disputeMail.creditor.amount"), value: formatEuro(amount, language) },
        { label: t("disputeMail.creditor.before"), value: writtenDay(answerBefore, language) },
        { label: t("disputeMail.creditor.dispute"), value: id },
      ],
    }),
  });
}
