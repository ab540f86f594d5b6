import type { LocalDate } from "#app/domain/calendar.ts";
import type { DisputeGround } from "#app/domain/dispute/grounds.ts";
import type { DisputeScope } from "#app/domain/dispute/scope.ts";
import type { Cents } from "#app/domain/money.ts";
import type { Translator } from "#app/i18n/translator.ts";
import type { CheckRow } from "#app/ui/arrangement/check-rows.tsx";
import { formatAmount, formatDay } from "#app/ui/format.ts";
import { disputeHref } from "./dispute-addresses.ts";
import { scopeText } from "./scope-text.ts";

export type AnsweredQuestions = {
  readonly ground: DisputeGround;
  /** Of who says to have paid; null for other grounds. */
  readonly paid: {
    readonly paidOn?: LocalDate;
    readonly paidAmount?: Cents;
    readonly fromAccount?: string;
    readonly toAccount?: string;
  } | null;
  readonly scope: DisputeScope;
  readonly invoiceNumbers: readonly string[];
  readonly text: string;
};

/** What was answered, as the check page lists it, each with the way to change it. */
export function answeredRows(
  { ground, paid, scope, invoiceNumbers, text }: AnsweredQuestions,
  { claim, translator }: { claim: string | null; translator: Translator },
): CheckRow[] {
  const { t } = translator;
  const change = (step: "paid" | "part" | "story") => disputeHref(claim, { step, change: "1" });
  const rows: (CheckRow | null)[] = [
    { term: t("disputePage.check.ground"), value: t(`disputeMail.ground.${ground}`), changeHref: disputeHref(claim, { new: "1" }) }, // prettier-ignore
    paid && { term: t("disputePage.check.paid"), value: paidText(paid, translator), changeHref: change("paid") },
    { term: t("disputePage.check.part"), value: scopeText({ scope, invoiceNumbers }, translator), changeHref: change("part") }, // prettier-ignore
    { term: t("disputePage.check.story"), value: text === "" ? t("disputePage.check.noStory") : text, changeHref: change("story") }, // prettier-ignore
  ];
  return rows.filter((row) => row !== null);
}

function paidText(
  { paidOn, paidAmount, fromAccount, toAccount }: NonNullable<AnsweredQuestions["paid"]>,
  { t, language }: Translator,
): string {
  const lines = [
    paidOn === undefined ? null : formatDay(paidOn, language),
    paidAmount === undefined ? null : formatAmount(paidAmount, language),
    fromAccount === undefined ? null : t("disputePage.check.from", { account: fromAccount }),
    toAccount === undefined ? null : t("disputePage.check.to", { account: toAccount }),
  ];
  return lines.filter((line) => line !== null).join("\n");
}
