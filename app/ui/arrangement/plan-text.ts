import type { Option } from "#app/domain/arrangement/options.ts";
import type { Schedule } from "#app/domain/arrangement/schedule.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { formatAmount, formatDay, formatDayWithWeekday } from "#app/ui/format.ts";
import { planShape } from "./plan-shape.ts";

/** `6 × € 31,25`, `€ 40,00 nu, dan 6 × € 20,39`. */
export function planLabel(schedule: Schedule, today: LocalDate, { t, language }: Translator): string {
  const { deposit, times, each } = planShape(schedule, today);
  const written = { deposit: formatAmount(deposit, language), times, amount: formatAmount(each, language) };
  if (times === 0) return t("arrange.plan.depositOnly", { amount: written.deposit });
  if (deposit > 0n) return t(times === 1 ? "arrange.plan.depositOnce" : "arrange.plan.depositTimes", written);
  return t(times === 1 ? "arrange.plan.once" : "arrange.plan.times", written);
}

/** What an option is, when it ends, and who says yes to it. */
export function planHint(
  option: Pick<Option, "kind" | "wish" | "schedule" | "decidedBy" | "discount">,
  {
    today,
    creditor,
    decideBefore,
    translator: { t, language },
  }: { today: LocalDate; creditor: string; decideBefore: LocalDate; translator: Translator },
): string {
  const { kind, wish, schedule, decidedBy, discount } = option;
  const { times, lower, endsOn } = planShape(schedule, today);
  return [
    t(`arrange.plan.kind.${kind}`, { discount: formatAmount(discount, language) }),
    times > 1 ? t(`arrange.plan.rhythm.${wish.frequency}`) : "",
    lower > 0 ? t("arrange.plan.centLess", { count: lower }) : "",
    endsOn > today ? t("arrange.plan.ends", { day: formatDay(endsOn, language) }) : "",
    decidedBy === "policy"
      ? t("arrange.plan.yes")
      : t("arrange.plan.person", { creditor, day: formatDayWithWeekday(decideBefore, language) }),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** Names an option in a form: the same plan has the same name, also when the page is made anew. */
export function optionKey({ kind, schedule }: Pick<Option, "kind" | "schedule">): string {
  return [kind, ...new Set(schedule.map(({ amount }) => amount.toString())), schedule.length].join("-");
}

/** On which day of which rhythm. */
export function daysText(
  { frequency, payDay }: Pick<Option["wish"], "frequency" | "payDay">,
  { t }: Pick<Translator, "t">,
): string {
  if (frequency !== "monthly") return t(`arrange.check.days.${frequency}`);
  return payDay === "month_end" ? t("arrange.day.monthEnd") : t("arrange.day.ofMonth", { day: payDay ?? 1 });
}
