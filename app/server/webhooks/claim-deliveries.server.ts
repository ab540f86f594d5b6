import { randomUUID } from "node:crypto";
import type { Database } from "#app/server/platform/database/client.server.ts";
import { inSqlTransaction } from "#app/server/platform/database/transaction.server.ts";

/** Why an attempt is made: its time came, the endpoint works again, or the creditor asked. */
export type DeliveryTrigger = "schedule" | "recovery" | "redelivery";

/** A delivery that is ours for the length of the lease, with all that sending needs. */
export type ClaimedDelivery = {
  readonly id: string;
  /** Fencing token: only its holder may write down what came of the attempt. */
  readonly lease: string;
  readonly creditorId: string;
  readonly endpointId: string;
  readonly eventId: string;
  readonly trigger: DeliveryTrigger;
  readonly url: string;
  readonly secret: string;
  readonly previousSecret: string | null;
  readonly previousSecretUntil: Date | null;
  readonly body: string;
};

export const LEASE_SECONDS = 30;

/** An attempt unanswered for this long no longer takes up a slot: its endpoint counts as slow. */
export const SLOW_AFTER_SECONDS = 1;

const IN_FLIGHT_PER_ENDPOINT = 4;

// Nobody else may claim meanwhile, or two could each find room for the last place at an endpoint.
const LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('webhooks:claim', 0))";

/**
 * `busy`: what is in flight. `waiting`: the endpoints with something pending, found by skipping through the index.
 * `place`: those endpoints, each in the lane of the slow (it failed last, or leaves an attempt unanswered) or in the
 * other. `due`: what each could take on. `allowed`: first come first served by turn, so that an endpoint with much to
 * receive stands behind one with little, within a quarter of the lane for each creditor. OFFSET 0 keeps the planner, whose
 * statistics lag behind a sudden backlog, from looking through all of an endpoint's instead of the few of one claim.
 */
const CLAIM = `
WITH RECURSIVE waiting (endpoint_id) AS (
  (SELECT endpoint_id FROM delivery WHERE status = 'pending' ORDER BY endpoint_id LIMIT 1)
  UNION ALL
  SELECT (SELECT d.endpoint_id FROM delivery d WHERE d.status = 'pending' AND d.endpoint_id > w.endpoint_id
          ORDER BY d.endpoint_id LIMIT 1)
  FROM waiting w WHERE w.endpoint_id IS NOT NULL
), busy AS (
  SELECT endpoint_id, count(*)::int AS in_flight,
    min(locked_until) <= now() + make_interval(secs => ${LEASE_SECONDS - SLOW_AFTER_SECONDS}) AS unanswered
  FROM delivery WHERE lease IS NOT NULL AND locked_until > now() GROUP BY endpoint_id
), place AS (
  SELECT e.id, e.creditor_id, coalesce(b.in_flight, 0) AS in_flight,
    e.consecutive_failures > 0 OR coalesce(b.unanswered, false) AS slow,
    CASE WHEN e.breaker_open_until IS NULL THEN ${IN_FLIGHT_PER_ENDPOINT} WHEN e.breaker_open_until <= $1 THEN 1 ELSE 0 END AS at_once
  FROM webhook_endpoint e LEFT JOIN busy b ON b.endpoint_id = e.id
  WHERE e.status = 'enabled' AND e.deleted_at IS NULL
    AND (b.endpoint_id IS NOT NULL OR e.id IN (SELECT endpoint_id FROM waiting))
), use AS (
  SELECT creditor_id, slow, sum(in_flight) AS by_creditor, sum(sum(in_flight)) OVER (PARTITION BY slow) AS in_lane
  FROM place GROUP BY creditor_id, slow
), due AS (
  SELECT d.id, d.next_at, p.creditor_id, p.slow,
    p.in_flight + row_number() OVER (PARTITION BY p.id ORDER BY d.next_at) AS turn
  FROM place p CROSS JOIN LATERAL (
    SELECT d.id, d.next_at FROM delivery d
    WHERE d.endpoint_id = p.id AND d.status = 'pending' AND d.next_at <= $1
      AND (d.locked_until IS NULL OR d.locked_until <= now())
      AND NOT EXISTS (
        SELECT FROM (
          SELECT w.endpoint_id, w.first_attempt_at, w.next_at FROM delivery w
          WHERE w.claim_id = d.claim_id AND w.sequence < d.sequence AND w.status = 'pending' OFFSET 0
        ) AS earlier
        WHERE earlier.endpoint_id = d.endpoint_id
          AND (earlier.next_at <= $1 OR earlier.first_attempt_at IS NULL
            OR earlier.first_attempt_at > $1::timestamptz - interval '1 hour'))
    ORDER BY d.next_at LIMIT greatest(0, p.at_once - p.in_flight)
  ) d
), allowed AS (
  SELECT due.id, due.turn, due.next_at, due.slow, use.in_lane,
    use.by_creditor + row_number() OVER (PARTITION BY creditor_id, slow ORDER BY due.turn, due.next_at)
      <= ceil(CASE WHEN slow THEN ceil($3::int / 4.0) ELSE $3::int END / 4.0) AS creditor_has_room
  FROM due JOIN use USING (creditor_id, slow)
), chosen AS (
  SELECT id, turn, next_at, slow,
    NOT slow OR in_lane + row_number() OVER (PARTITION BY slow ORDER BY turn, next_at) <= ceil($3::int / 4.0) AS lane_has_room
  FROM allowed WHERE creditor_has_room
), taken AS (
  SELECT d.id FROM delivery d
  WHERE d.id IN (SELECT id FROM chosen WHERE lane_has_room ORDER BY turn, next_at LIMIT $2)
    AND d.status = 'pending' AND (d.locked_until IS NULL OR d.locked_until <= now())
  FOR UPDATE SKIP LOCKED
)
UPDATE delivery d
SET lease = $4::uuid, locked_until = now() + make_interval(secs => ${LEASE_SECONDS})
FROM taken, event v, webhook_endpoint e
WHERE d.id = taken.id AND v.id = d.event_id AND e.id = d.endpoint_id
RETURNING d.id, d.lease, d.creditor_id AS "creditorId", d.endpoint_id AS "endpointId", d.event_id AS "eventId",
  d.trigger, e.url, e.secret, e.previous_secret AS "previousSecret", e.previous_secret_until AS "previousSecretUntil", v.body`;

/**
 * Takes at most `limit` deliveries that are due at `now` (business time) under a lease of 30 seconds (database time).
 * Events of one claim go to an endpoint one after the other, unless an earlier one is being retried for more than an
 * hour and waits for its next time. An endpoint that rests gets nothing, and after its rest one at a time. Of `slots` in all, endpoints that fail or do not answer share a quarter; in either part one creditor has a
 * quarter at most; one endpoint gets four at a time.
 */
export async function claimDeliveries(
  database: Database,
  options: { readonly now: Date; readonly limit: number; readonly slots: number },
): Promise<ClaimedDelivery[]> {
  const { now, limit, slots } = options;
  return inSqlTransaction(database, async (client) => {
    await client.query(LOCK);
    // Named, so that each connection plans it once: planning costs more than the work.
    const query = { name: "claim-deliveries", text: CLAIM, values: [now, limit, slots, randomUUID()] };
    return (await client.query<ClaimedDelivery>(query)).rows;
  });
}

/** Gives back deliveries that were taken and not begun, so that another worker need not wait for the leases to end. */
export async function releaseDeliveries(database: Database, deliveries: readonly ClaimedDelivery[]): Promise<void> {
  await database.pool.query(
    `UPDATE delivery d SET lease = NULL, locked_until = NULL
     FROM unnest($1::text[], $2::uuid[]) AS mine (id, lease) WHERE d.id = mine.id AND d.lease = mine.lease`,
    [deliveries.map(({ id }) => id), deliveries.map(({ lease }) => lease)],
  );
}
