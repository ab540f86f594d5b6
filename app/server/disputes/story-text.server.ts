import { disputeNumber } from "#app/domain/spoken-number.ts";
import { formatEuro } from "#app/domain/money-text.ts";
import { languageForCreditor } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { writtenDay } from "#app/server/platform/clock/written-day.server.ts";
import type { DisputeRecord } from "./dispute-record.server.ts";

/**
 * The dispute as the debtor's own letter: the ground, what it is about, and what was told. Around the debtor's own words it
 * is in a language that the creditor's people read.
 */
export function storyText(dispute: DisputeRecord, asked: string): { readonly subject: string; readonly body: string } {
  const language = languageForCreditor(asked);
  const { t } = translatorFor(language);
  const { paidOn, paidAmount, fromAccount, toAccount } = dispute.answers;
  const lines = [
    t(`disputeMail.ground.${dispute.ground}`),
    t(`disputeMail.scope.${dispute.scope.kind}`, { amount: formatEuro(dispute.amount, language) }),
    paidOn && t("disputeMail.story.paidOn", { day: writtenDay(paidOn, language) }),
    paidAmount && t("disputeMail.story.paidAmount", { amount: formatEuro(paidAmount, language) }),
    fromAccount && t("disputeMail.story.fromAccount", { account: fromAccount }),
    toAccount && t("disputeMail.story.toAccount", { account: toAccount }),
    dispute.text,
  ];
  return {
    subject: t("disputeMail.story.subject", { number: disputeNumber(dispute.id) }),
    body: lines.filter(Boolean).join("\n\n"),
  };
}
