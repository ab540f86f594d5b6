import type { LocalDate } from "#app/domain/calendar.ts";
import type { Cents } from "#app/domain/money.ts";
import type { Language } from "#app/i18n/languages.ts";
import { formatAmount, formatInstant, formatMonth, formatNumber } from "#app/ui/format.ts";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import type { InboxUser } from "#app/ui/inbox/inbox-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type MonthFiguresView = {
  /** Its first day. */
  readonly month: LocalDate;
  readonly registered: number;
  readonly opened: number;
  readonly paid: number;
  readonly paidAmount: Cents;
  readonly arranged: number;
  readonly disputed: number;
};

export type FiguresPageProps = {
  user: InboxUser;
  path: string;
  /** The newest first; never empty. */
  months: readonly MonthFiguresView[];
  /** RFC 3339; null: nothing was counted yet. */
  countedAt: string | null;
};

const COUNTS = ["registered", "opened", "paid", "arranged", "disputed"] as const;

/** What happened this month in large, and every month in a table. */
export function FiguresPage({ user, path, months, countedAt }: FiguresPageProps) {
  const { t, language } = useTranslation();
  const [now] = months;
  return (
    <InboxShell user={user} path={path} title={t("figures.title")} wide>
      {now === undefined || countedAt === null ? (
        <p>{t("figures.nothing")}</p>
      ) : (
        <>
          <p className="text-ink-soft">{t("figures.countedAt", { at: formatInstant(countedAt, language) })}</p>
          <section>
            <h2>{capital(formatMonth(now.month, language))}</h2>
            <ThisMonth figures={now} language={language} />
          </section>
          <section>
            <h2>{t("figures.byMonth")}</h2>
            <ByMonth months={months} language={language} />
            <p className="text-small text-ink-soft">{t("figures.note")}</p>
          </section>
        </>
      )}
    </InboxShell>
  );
}

function ThisMonth({ figures, language }: { figures: MonthFiguresView; language: Language }) {
  const { t } = useTranslation();
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
      {COUNTS.map((count) => (
        <div key={count} className="flex flex-col-reverse justify-end rounded-card border border-line bg-card p-4">
          <dt className="text-small leading-snug text-ink-soft">{t(`figures.count.${count}`)}</dt>
          <dd>
            <span className="block text-amount font-bold tabular-nums tracking-tight">
              {formatNumber(figures[count], language)}
            </span>
            {count === "paid" && (
              <span className="mb-1 block font-semibold tabular-nums">
                {formatAmount(figures.paidAmount, language)}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const NUMBER = "py-2 ps-3 text-end";

/** On a phone each month is a block with its numbers below each other; from a tablet on it is a table. */
function ByMonth({ months, language }: { months: readonly MonthFiguresView[]; language: Language }) {
  const { t } = useTranslation();
  const cell = "max-sm:flex max-sm:justify-between max-sm:gap-4 max-sm:ps-0 max-sm:py-1";
  const label = (text: string) => (
    <span aria-hidden="true" className="text-ink-soft sm:hidden">
      {text}
    </span>
  );
  return (
    <table className="mb-4 w-full border-collapse tabular-nums max-sm:block">
      <caption className="sr-only">{t("figures.byMonth")}</caption>
      <thead className="border-b border-line text-small text-ink-soft max-sm:sr-only">
        <tr className="align-bottom">
          <th scope="col" className="py-2 text-start font-normal">
            {t("figures.month")}
          </th>
          {COUNTS.map((count) => (
            <th key={count} scope="col" className={`${NUMBER} font-normal`}>
              {t(`figures.count.${count}`)}
            </th>
          ))}
          <th scope="col" className={`${NUMBER} font-normal`}>
            {t("figures.amount")}
          </th>
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {months.map((figures) => (
          <tr key={figures.month} className="border-b border-line align-baseline max-sm:block max-sm:py-3">
            <th scope="row" className="py-2 text-start font-semibold max-sm:block">
              {capital(formatMonth(figures.month, language))}
            </th>
            {COUNTS.map((count) => (
              <td key={count} className={`${NUMBER} ${cell}`}>
                {label(t(`figures.count.${count}`))}
                {formatNumber(figures[count], language)}
              </td>
            ))}
            <td className={`${NUMBER} ${cell} font-semibold`}>
              {label(t("figures.amount"))}
              <span className="whitespace-nowrap">{formatAmount(figures.paidAmount, language)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
