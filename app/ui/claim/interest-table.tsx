import type { InterestLine } from "#app/domain/statement.ts";
import { formatAmount, formatDay, formatPercent } from "#app/ui/format.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import { formatPeriod } from "./format-period.ts";

/** Where there is no room, the sum below each period says the same. */
const ROOMY = "whitespace-nowrap text-end max-[359px]:hidden";

/** The periods of one invoice, each with the sum to do again by hand. On the narrowest screens a list of those. */
export function InterestTable(props: { lines: readonly InterestLine[]; caption: string; captionHidden: boolean }) {
  const { t } = useTranslation();
  const { lines, caption, captionHidden } = props;
  return (
    <table className="mb-3 w-full border-collapse tabular-nums">
      <caption className={captionHidden ? "sr-only" : "mb-1 text-start font-semibold text-ink"}>{caption}</caption>
      <thead className="border-b border-line">
        <tr>
          <th scope="col" className="w-full py-2 pe-2 text-start font-normal">
            {t("statement.interest.period")}
          </th>
          <th scope="col" className={`px-2 py-2 font-normal ${ROOMY}`}>
            {t("statement.interest.rate")}
          </th>
          <th scope="col" className={`py-2 ps-2 font-normal ${ROOMY}`}>
            {t("statement.interest.amount")}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <Period key={line.from} line={line} grown={grownBase(lines, index)} />
        ))}
      </tbody>
    </table>
  );
}

function Period({ line, grown }: { line: InterestLine; grown: boolean }) {
  const { t, language } = useTranslation();
  const base = formatAmount(line.base, language);
  const rate = formatPercent(line.rate, language);
  const amount = formatAmount(line.amount, language);
  return (
    <>
      <tr className="align-top text-ink print:break-inside-avoid print:break-after-avoid">
        <td className="pe-2 pt-2">
          {formatPeriod(line, language)}
          <span className="block text-ink-soft">{t("statement.interest.days", { count: line.days })}</span>
        </td>
        <td className={`px-2 pt-2 ${ROOMY}`}>{rate}</td>
        <td className={`ps-2 pt-2 ${ROOMY}`}>{amount}</td>
      </tr>
      <tr className="border-b border-line print:break-inside-avoid">
        <td colSpan={3} className="pb-2">
          {t("statement.interest.sum", { base, rate, days: line.days, yearDays: line.yearDays, amount })}
          {grown && (
            <span className="mt-1 block">
              {t("statement.interest.capitalised", { day: formatDay(line.from, language), base })}
            </span>
          )}
        </td>
      </tr>
    </>
  );
}

/** A base only grows when the unpaid interest of a completed year joins it. */
function grownBase(lines: readonly InterestLine[], index: number): boolean {
  const before = lines[index - 1];
  const line = lines[index];
  return before !== undefined && line !== undefined && line.base > before.base;
}
