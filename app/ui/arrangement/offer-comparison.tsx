import type { Schedule } from "#app/domain/arrangement/schedule.ts";
import { largest, sum, ZERO } from "#app/domain/money.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { formatAmount, formatDay } from "#app/ui/format.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import type { ArrangementView } from "./arrangement-view.ts";

/** What was asked and what is offered, beside each other in a few numbers. */
export function OfferComparison({ arrangement: { asked, offer } }: { arrangement: ArrangementView }) {
  const translator = useTranslation();
  const { t, language } = translator;
  if (asked === null) return null;
  const { schedule, perInstalment } = asked;
  const before =
    schedule.length > 0 ? numbers(schedule, translator) : { each: perInstalment === null ? "–" : formatAmount(perInstalment, language), count: "–", first: "–", last: "–", total: "–" }; // prettier-ignore
  const now = numbers(offer.schedule, translator);
  const rows = (["each", "count", "first", "last", "total"] as const).map((row) => ({
    row,
    label: t(`arrangementPage.compare.${row}`),
  }));
  return (
    <table className="mb-4 w-full table-fixed border-collapse text-small tabular-nums">
      <caption className="sr-only">{t("arrangementPage.compare.caption")}</caption>
      <thead className="border-b border-line align-bottom">
        <tr>
          <td className="w-[28%]" />
          <th scope="col" className="py-2 pe-2 text-start font-normal text-ink-soft">
            {t("arrangementPage.compare.asked")}
          </th>
          <th scope="col" className="py-2 text-start">
            {t("arrangementPage.compare.offered")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, label }) => (
          <tr key={row} className="border-b border-line align-top">
            <th scope="row" className="py-2 pe-2 text-start font-normal text-ink-soft">
              {label}
            </th>
            <td className="py-2 pe-2">{before[row]}</td>
            <td className="py-2 font-semibold">{now[row]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function numbers(schedule: Schedule, { language }: Translator) {
  const [first] = schedule;
  const last = schedule.at(-1);
  const amounts = schedule.map(({ amount }) => amount);
  return {
    each: formatAmount(amounts.reduce(largest, ZERO), language),
    count: String(schedule.length),
    first: first === undefined ? "–" : formatDay(first.dueOn, language),
    last: last === undefined ? "–" : formatDay(last.dueOn, language),
    total: formatAmount(sum(amounts), language),
  };
}
