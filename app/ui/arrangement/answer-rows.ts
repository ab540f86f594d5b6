import type { Schedule } from "#app/domain/arrangement/schedule.ts";
import type { Wish } from "#app/domain/arrangement/wish.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { formatAmount } from "#app/ui/format.ts";
import { changeHref, REASON_CODES } from "./arrange-fields.ts";
import type { CheckRow } from "./check-rows.tsx";
import { planShape } from "./plan-shape.ts";
import { daysText, planLabel } from "./plan-text.ts";

type Reason = { readonly code: string | null; readonly text: string };

export type AnsweredQuestions = {
  readonly wish: Wish;
  /** Null when what can be spared has no end. */
  readonly schedule: Schedule | null;
  readonly reason: Reason;
  readonly today: LocalDate;
  readonly plansToChoose: boolean;
};

/** What was answered, as the check page lists it. A settlement has no parts to change. */
export function answerRows(
  { wish, schedule, reason, today, plansToChoose }: AnsweredQuestions,
  translator: Translator,
): CheckRow[] {
  // prettier-ignore
  const { t, language } = translator;
  const shape = schedule && planShape(schedule, today);
  const plan = schedule && {
    term: t("arrange.check.plan"),
    value: planLabel(schedule, today, translator),
    changeHref: plansToChoose ? changeHref("plan") : null,
  };
  const deposit = {
    term: t("arrange.check.deposit"),
    value: wish.downPayment > 0n ? formatAmount(wish.downPayment, language) : t("arrange.check.noDeposit"),
    changeHref: changeHref("deposit"),
  };
  const each = {
    term: t(`arrange.check.per.${wish.frequency}`),
    value: formatAmount(shape && shape.times > 0 ? shape.each : wish.perInstalment, language),
    changeHref: changeHref("spare"),
  };
  const days = { term: t("arrange.check.day"), value: daysText(wish, translator), changeHref: changeHref("day") };
  const why = {
    term: t("arrange.check.reason"),
    value: reasonText(reason, translator),
    changeHref: changeHref("reason"),
  };
  if (wish.settlement) return [plan, why].filter((row) => row !== null);
  return [plan, deposit, each, wish.perInstalment > 0n ? days : null, why].filter((row) => row !== null);
}

function reasonText({ code, text }: Reason, { t }: Translator): string {
  const known = REASON_CODES.find((other) => other === code);
  const lines = [known === undefined ? "" : t(`arrange.reason.code.${known}`), text].filter((line) => line !== "");
  return lines.length === 0 ? t("arrange.check.noReason") : lines.join("\n");
}
