import { addMonths, type LocalDate } from "#app/domain/calendar.ts";
import { asCents, type Cents } from "#app/domain/money.ts";
import type { Services } from "#app/server/services.server.ts";

/** What happened in a month: claims that came in, claims first looked at, payments and what they brought, plans, disputes. */
export type MonthFigures = {
  /** Its first day. */
  readonly month: LocalDate;
  readonly registered: number;
  readonly opened: number;
  readonly paid: number;
  readonly paidAmount: Cents;
  readonly arranged: number;
  readonly disputed: number;
};

const MONTHS = 12;

const BY_MONTH = `
SELECT date_trunc('month', day)::date AS month, sum(registered)::int AS registered, sum(opened)::int AS opened,
  sum(paid)::int AS paid, sum(paid_amount)::bigint AS "paidAmount", sum(arranged)::int AS arranged,
  sum(disputed)::int AS disputed, max(counted_at) AS "countedAt"
FROM figure_day WHERE creditor_id = $1 AND day >= $2
GROUP BY 1 ORDER BY 1 DESC`;

/** This month and the eleven before it, the newest first, without months before the first figure; and when it was counted. */
export async function loadFigures(services: Services, creditorId: string) {
  const thisMonth = `${services.clock.today().slice(0, 7)}-01` as LocalDate;
  const since = addMonths(thisMonth, 1 - MONTHS);
  const { rows } = await services.database.pool.query<MonthFigures & { countedAt: Date }>(BY_MONTH, [
    creditorId,
    since,
  ]);
  const found = new Map(rows.map(({ countedAt: _, ...figures }) => [figures.month, figures]));
  const oldest = rows.at(-1)?.month ?? thisMonth;
  const months = Array.from({ length: MONTHS }, (_, back) => addMonths(thisMonth, -back)).filter(
    (month) => month >= oldest,
  );
  return {
    months: months.map((month): MonthFigures => {
      const figures = found.get(month) ?? { ...NOTHING, month };
      return { ...figures, paidAmount: asCents(figures.paidAmount) };
    }),
    countedAt: rows[0]?.countedAt.toISOString() ?? null,
  };
}

const NOTHING = { registered: 0, opened: 0, paid: 0, paidAmount: asCents(0n), arranged: 0, disputed: 0 };
