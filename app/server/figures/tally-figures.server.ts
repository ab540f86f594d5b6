import { addDays, later, type LocalDate } from "#app/domain/calendar.ts";
import { instantInAmsterdam } from "#app/server/platform/clock/amsterdam-instant.server.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** From the last day that was counted, and from the first day there is anything of where none was. */
const WHERE_TO_BEGIN = `
SELECT (SELECT max(day) FROM figure_day) AS counted, (SELECT min(occurred_at) FROM event) AS first`;

/**
 * One day of every creditor at once, from that day's events and first looks alone. A payment of several claims and an
 * arrangement over several are one; a claim is opened on the day its debtor first looked. The same day again gives the same.
 */
const COUNT_DAY = `
INSERT INTO figure_day (creditor_id, day, registered, opened, paid, paid_amount, arranged, disputed, counted_at)
SELECT creditor_id, $3::date, sum(registered), sum(opened), sum(paid), sum(paid_amount), sum(arranged), sum(disputed), $4
FROM (
  SELECT creditor_id,
    count(*) FILTER (WHERE type = 'claim.opened') AS registered,
    0 AS opened,
    count(DISTINCT body::jsonb #>> '{data,payment,id}') FILTER (WHERE type = 'payment.paid') AS paid,
    coalesce(sum((body::jsonb #>> '{data,payment,amount}')::numeric * 100) FILTER (WHERE type = 'payment.paid'), 0)::bigint AS paid_amount,
    count(DISTINCT body::jsonb #>> '{data,arrangement,id}') FILTER (WHERE type = 'arrangement.accepted') AS arranged,
    count(DISTINCT body::jsonb #>> '{data,dispute,id}') FILTER (WHERE type = 'dispute.opened') AS disputed
  FROM event
  WHERE occurred_at >= $1 AND occurred_at < $2 AND type IN ('claim.opened', 'payment.paid', 'arrangement.accepted', 'dispute.opened')
  GROUP BY creditor_id
  UNION ALL
  SELECT creditor_id, 0, count(*), 0, 0, 0, 0
  FROM claim
  WHERE first_opened_at >= $1 AND first_opened_at < $2
  GROUP BY creditor_id
) AS facts
GROUP BY creditor_id
ON CONFLICT (creditor_id, day) DO UPDATE SET registered = excluded.registered, opened = excluded.opened, paid = excluded.paid,
  paid_amount = excluded.paid_amount, arranged = excluded.arranged, disputed = excluded.disputed, counted_at = excluded.counted_at`;

/** So long events and sessions are kept for certain: a day further back may be counted too low, and is left as it is. */
const LOOKS_BACK_DAYS = 28;

/**
 * Counts what happened each day, from the last day that was counted up to today; the two newest days anew, because
 * something may still have been under way. What it costs goes with what happened since, and not with how many claims there
 * are. Several workers doing so at once do no harm. Answers how many days were counted.
 */
export async function tallyFigures(services: Services): Promise<number> {
  const { pool } = services.database;
  const now = services.clock.now();
  const today = services.clock.today();
  const { rows } = await pool.query<{ counted: LocalDate | null; first: Date | null }>(WHERE_TO_BEGIN);
  const { counted = null, first = null } = rows[0] ?? {};
  if (first === null) return 0;
  const begin =
    counted === null ? dayInAmsterdam(first) : later(addDays(counted, -1), addDays(today, -LOOKS_BACK_DAYS));
  let days = 0;
  for (let day = begin; day <= today; day = addDays(day, 1)) {
    const from = instantInAmsterdam({ date: day, minute: 0 });
    const to = instantInAmsterdam({ date: addDays(day, 1), minute: 0 });
    await pool.query(COUNT_DAY, [from, to, day, now]);
    days += 1;
  }
  return days;
}
