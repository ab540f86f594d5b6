import { PlanTable } from "#app/ui/arrangement/plan-table.tsx";
import { Quotation } from "#app/ui/arrangement/quotation.tsx";
import { REASON_CODES } from "#app/ui/arrangement/arrange-fields.ts";
import { ScheduleTable } from "#app/ui/arrangement/schedule-table.tsx";
import type { Translator } from "#app/i18n/translator.ts";
import { formatAmount } from "#app/ui/format.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import { askedLine } from "./asked-line.ts";
import type { InboxArrangementView } from "./inbox-view.ts";

/** What is asked, offered or agreed, with every day and amount, and the debtor's own reason. */
export function AskedSection({ arrangement }: { arrangement: InboxArrangementView }) {
  const translator = useTranslation();
  const { t, language } = translator;
  const { offer, plan, reason, status, today, total } = arrangement;
  const heading = plan !== null ? t("inbox.item.plan") : t(status === "countered" ? "inbox.item.offered" : "inbox.item.asked"); // prettier-ignore
  const written = reasonText(reason, translator);
  return (
    <section>
      <h2>{heading}</h2>
      <p className="font-semibold tabular-nums">{askedLine(offer, translator)}</p>
      {offer.wish?.budgetUsed && <p>{t("inbox.item.budgetUsed")}</p>}
      {written !== "" && <Quotation by={t("inbox.item.reason")} text={written} />}
      {plan !== null && (
        <p>
          {t("inbox.item.progress", {
            paid: formatAmount(plan.paid, language),
            open: formatAmount(plan.open, language),
            behind: formatAmount(plan.behind, language),
          })}
        </p>
      )}
      {plan !== null && <PlanTable instalments={plan.instalments} caption={heading} />}
      {plan === null && offer.schedule.length > 0 && (
        <ScheduleTable schedule={offer.schedule} today={today} caption={heading} />
      )}
      {total !== null && (
        <p className="text-small text-ink-soft">{t("inbox.item.total", { total: formatAmount(total, language) })}</p>
      )}
    </section>
  );
}

function reasonText({ code, text }: InboxArrangementView["reason"], { t }: Translator): string {
  const known = REASON_CODES.find((other) => other === code);
  return [known === undefined ? "" : t(`inbox.reason.${known}`), text].filter((line) => line !== "").join("\n");
}
