import type { Translator } from "#app/i18n/translator.ts";
import { planLabel } from "#app/ui/arrangement/plan-text.ts";
import { formatAmount } from "#app/ui/format.ts";
import type { AskedView } from "./inbox-view.ts";

/** What was asked, in one line: `12 × € 10,00, elke maand`. */
export function askedLine({ schedule, wish, on }: AskedView, translator: Translator): string {
  const { t, language } = translator;
  const rhythm = wish === null ? "" : t(`arrange.frequency.${wish.frequency}`);
  if (schedule.length === 0) {
    if (wish === null || wish.perInstalment === 0n) return t("inbox.asked.nothingToSpare");
    return t("inbox.asked.spareOnly", { amount: formatAmount(wish.perInstalment, language), rhythm });
  }
  const plan = planLabel(schedule, on, translator);
  if (wish?.settlement) return t("inbox.asked.settlement", { plan });
  return wish === null || schedule.filter(({ dueOn }) => dueOn > on).length < 2 ? plan : t("inbox.asked.plan", { plan, rhythm }); // prettier-ignore
}
