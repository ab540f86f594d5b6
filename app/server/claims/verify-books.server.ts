import type { Services } from "#app/server/services.server.ts";
import type { LedgerFinding } from "./ledger-finding.server.ts";

/** Events of older bookings may have been cleared away. */
const EVENTS_KEPT_DAYS = 80;
/** By then the worker has found out what became of an attempt that got no answer. */
const VERDICT_WITHIN_MINUTES = 10;

type Check = { readonly check: string; readonly sql: string; readonly values?: readonly unknown[] };

/** Checks over all rows at once, each a query whose rows are findings: subject, expected, found, as text. */
export async function verifyBooks(services: Pick<Services, "database" | "clock">): Promise<LedgerFinding[]> {
  const findings: LedgerFinding[] = [];
  for (const { check, sql, values } of checksAt(services.clock.now())) {
    const { rows } = await services.database.pool.query<Omit<LedgerFinding, "check">>(sql, [...(values ?? [])]);
    findings.push(...rows.map((row) => ({ check, ...row })));
  }
  return findings;
}

function checksAt(now: Date): Check[] {
  const eventsSince = new Date(now.getTime() - EVENTS_KEPT_DAYS * 86_400_000);
  const verdictBefore = new Date(now.getTime() - VERDICT_WITHIN_MINUTES * 60_000);
  return [
    {
      check: "the postings of an entry add up to zero",
      sql: `select entry_id as subject, '0' as expected, sum(amount)::text as found
            from ledger_posting group by entry_id having sum(amount) <> 0`,
    },
    {
      check: "the postings of an entry are as large as the entry",
      sql: `select e.id as subject, e.amount::text as expected,
              coalesce(sum(p.amount) filter (where p.amount > 0), 0)::text as found
            from ledger_entry e left join ledger_posting p on p.entry_id = e.id
            where e.type not in ('costs_waived', 'interest_waived')
            group by e.id having coalesce(sum(p.amount) filter (where p.amount > 0), 0) <> e.amount`,
    },
    {
      check: "every invoice is charged for its amount",
      sql: `select i.id as subject, i.amount::text as expected, coalesce(e.amount, 0)::text as found
            from invoice i left join ledger_entry e on e.invoice_id = i.id and e.type = 'principal'
            where e.amount is distinct from i.amount`,
    },
    {
      check: "a payment is paid exactly when its whole amount is booked",
      sql: `select p.id as subject, case when p.status = 'paid' then p.amount else 0 end::text as expected,
              coalesce(sum(e.amount), 0)::text as found
            from payment p left join ledger_entry e on e.payment_id = p.id and e.type = 'payment'
            group by p.id having coalesce(sum(e.amount), 0) <> case when p.status = 'paid' then p.amount else 0 end`,
    },
    {
      check: "the shares of a payment add up to it",
      sql: `select p.id as subject, p.amount::text as expected, coalesce(sum(s.amount), 0)::text as found
            from payment p left join payment_part s on s.payment_id = p.id
            group by p.id having coalesce(sum(s.amount), 0) <> p.amount`,
    },
    {
      check: "what was refunded of a payment is booked",
      sql: `select p.id as subject, p.amount_refunded::text as expected, ${net("refund", "refund_failed")}::text as found
            from payment p left join ledger_entry e on e.payment_id = p.id
            group by p.id having p.amount_refunded <> ${net("refund", "refund_failed")}`,
    },
    {
      check: "what was charged back of a payment is booked",
      sql: `select p.id as subject, p.amount_charged_back::text as expected,
              ${net("chargeback", "chargeback_reversed")}::text as found
            from payment p left join ledger_entry e on e.payment_id = p.id
            group by p.id having p.amount_charged_back <> ${net("chargeback", "chargeback_reversed")}`,
    },
    {
      check: "a fact of the provider belongs to one payment",
      sql: `select fact_key as subject, '1' as expected, count(distinct payment_id)::text as found
            from ledger_entry where payment_id is not null group by fact_key having count(distinct payment_id) > 1`,
    },
    {
      check: "only a payment under way keeps its claims from another",
      sql: `select s.payment_id as subject, 'closed' as expected, p.status::text as found
            from payment_part s join payment p on p.id = s.payment_id
            where s.open and p.status not in ('creating', 'open')`,
    },
    {
      check: "an attempt without answer gets a verdict",
      sql: `select id as subject, 'a verdict' as expected, status::text as found from payment
            where status = 'creating' and created_at < $1 and (check_at is null or check_at < $1)`,
      values: [verdictBefore],
    },
    {
      check: "every booking of a payment is told by one event",
      sql: `select e.id as subject, '1' as expected, count(v.id)::text as found
            from ledger_entry e left join event v on v.claim_id = e.claim_id
              and v.type = case e.type when 'payment' then 'payment.paid' when 'refund' then 'payment.refunded'
                when 'refund_failed' then 'payment.refunded' when 'chargeback' then 'payment.charged_back'
                when 'chargeback_reversed' then 'payment.chargeback_reversed' end
              and v.body::jsonb #>> '{data,payment,id}' = e.payment_id
              and (e.type = 'payment'
                or split_part(e.fact_key, ':', 1) in (v.body::jsonb #>> '{data,refund,id}', v.body::jsonb #>> '{data,chargeback,id}')
                  and coalesce(v.body::jsonb #>> '{data,refund,status}', '') =
                    case e.type when 'refund' then 'refunded' when 'refund_failed' then 'failed' else '' end)
            where e.payment_id is not null and e.booked_at > $1
            group by e.id having count(v.id) <> 1`,
      values: [eventsSince],
    },
    {
      check: "the events of a claim are numbered without gaps",
      sql: `select c.id as subject, (c.event_sequence - coalesce(min(v.sequence), 1) + 1)::text as expected,
              count(v.id)::text as found
            from claim c join event v on v.claim_id = c.id
            group by c.id, c.event_sequence
            having count(v.id) <> c.event_sequence - min(v.sequence) + 1 or max(v.sequence) <> c.event_sequence`,
    },
  ];
}

/** What went back less what came back, over the joined entries `e`. */
function net(back: string, again: string): string {
  return `coalesce(sum(case e.type when '${back}' then e.amount when '${again}' then -e.amount else 0 end), 0)`;
}
