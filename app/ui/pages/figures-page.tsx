import type { LocalDate } from "#app/domain/calendar.ts";
import type { Cents } from "#app/domain/money.ts";
import type { Language } from "#app/i18n/languages.ts";
import { formatAmount, formatInstant, formatMonth, formatNumber } from "#app/ui/format.ts";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import type { InboxUser } from "#app/ui/inbox/inbox-view.ts";
import { Amount } from "#app/ui/parts/amount.tsx";
import { StackedTable } from "#app/ui/parts/stacked-table.tsx";
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
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-3 sm:grid-cols-3 lg:grid-cols-5">
      {COUNTS.map((count) => (
        <div key={count} className="flex flex-col-reverse justify-end rounded-card border border-line bg-card p-4">
          <dt className="hyphens-auto text-small leading-snug text-ink-soft [overflow-wrap:anywhere]">
            {t(`figures.count.${count}`)}
          </dt>
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

function ByMonth({ months, language }: { months: readonly MonthFiguresView[]; language: Language }) {
  const { t } = useTranslation();
  return (
    <StackedTable
      caption={t("figures.byMonth")}
      captionHidden
      columns={[t("figures.month"), ...COUNTS.map((count) => t(`figures.count.${count}`)), t("figures.amount")]}
      rows={months.map((figures) => ({
        head: capital(formatMonth(figures.month, language)),
        cells: [
          ...COUNTS.map((count) => formatNumber(figures[count], language)),
          <Amount key="amount" cents={figures.paidAmount} />,
        ],
      }))}
    />
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
