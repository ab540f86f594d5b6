import type { Schedule } from "#app/domain/arrangement/schedule.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { sum } from "#app/domain/money.ts";
import { formatDayWithWeekday } from "#app/ui/format.ts";
import { Amount } from "#app/ui/parts/amount.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

const NARROW_ROW = "max-[359px]:flex max-[359px]:flex-wrap max-[359px]:items-baseline max-[359px]:gap-x-3";

/** Every payment of a plan with its day. On the narrowest screens each is a line of a list. */
export function ScheduleTable({ schedule, today, caption }: { schedule: Schedule; today: LocalDate; caption: string }) {
  const { t, language } = useTranslation();
  return (
    <table className="mb-4 w-full border-collapse tabular-nums max-[359px]:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-b border-line text-small text-ink-soft max-[359px]:sr-only">
        <tr>
          <th scope="col" className="py-2 pe-2 text-start font-normal">
            <span className="sr-only">{t("arrange.check.tableNumber")}</span>
          </th>
          <th scope="col" className="w-full py-2 pe-3 text-start font-normal">
            {t("arrange.check.tableDay")}
          </th>
          <th scope="col" className="py-2 text-end font-normal">
            {t("arrange.check.tableAmount")}
          </th>
        </tr>
      </thead>
      <tbody className="max-[359px]:block">
        {schedule.map(({ seq, dueOn, amount }) => (
          <tr key={seq} className={`border-b border-line align-baseline print:break-inside-avoid ${NARROW_ROW}`}>
            <td className="py-3 pe-2 text-ink-soft max-[359px]:pb-0">{seq}.</td>
            <td className="py-3 pe-3 max-[359px]:flex-1 max-[359px]:pb-0">
              {dueOn === today ? (
                t("arrange.check.today")
              ) : (
                <time dateTime={dueOn}>{formatDayWithWeekday(dueOn, language)}</time>
              )}
            </td>
            <td className="py-3 text-end font-semibold max-[359px]:w-full max-[359px]:pt-0">
              <Amount cents={amount} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot className="max-[359px]:block">
        <tr className={`align-baseline font-bold ${NARROW_ROW}`}>
          <th scope="row" colSpan={2} className="py-3 pe-3 text-start max-[359px]:flex-1">
            {t("arrange.check.tableTotal")}
          </th>
          <td className="py-3 text-end">
            <Amount cents={sum(schedule.map(({ amount }) => amount))} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
