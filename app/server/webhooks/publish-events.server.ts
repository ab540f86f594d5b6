import type pg from "pg";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Database } from "#app/server/platform/database/client.server.ts";
import { inSqlTransaction } from "#app/server/platform/database/transaction.server.ts";
import { isMeantFor, type Subscriber } from "#app/server/webhooks/subscription.server.ts";

type PublishedEvent = {
  readonly id: string;
  readonly creditor_id: string;
  readonly claim_id: string | null;
  readonly sequence: number | null;
  readonly type: string;
  readonly endpoint_id: string | null;
  readonly position: bigint;
};

type Endpoint = Subscriber & { readonly creditor_id: string; readonly status: "enabled" | "disabled" };

const BATCH = 500;

// Positions must become visible in their own order, or a reader of the feed would pass over one that commits late.
const TRY_LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended('webhooks:publish', 0)) AS mine";

// With the events of a claim go its earlier ones, whatever their time: clocks of two processes may differ.
const GIVE_POSITIONS = `
WITH oldest AS (
  SELECT id, claim_id, sequence FROM event WHERE position IS NULL ORDER BY occurred_at, claim_id, sequence LIMIT $1
), reach AS (
  SELECT claim_id, max(sequence) AS sequence FROM oldest WHERE claim_id IS NOT NULL GROUP BY claim_id
), batch AS (
  SELECT id FROM oldest
  UNION
  SELECT e.id FROM reach r JOIN event e ON e.claim_id = r.claim_id AND e.sequence < r.sequence WHERE e.position IS NULL
), in_order AS (
  SELECT id FROM (
    SELECT id, claim_id, sequence,
      max(occurred_at) OVER (PARTITION BY coalesce(claim_id, id) ORDER BY sequence) AS moment
    FROM event WHERE id IN (SELECT id FROM batch)
  ) AS timed ORDER BY moment, claim_id, sequence, id
), placed AS MATERIALIZED (
  SELECT id, nextval('event_position_seq') AS position FROM in_order
)
UPDATE event e SET position = placed.position FROM placed WHERE e.id = placed.id
RETURNING e.id, e.creditor_id, e.claim_id, e.sequence, e.type, e.endpoint_id, e.position`;

// Shared locks: an endpoint that is being disabled or deleted is so before or after this batch, never halfway.
const ENDPOINTS = `
SELECT id, creditor_id, events, status FROM webhook_endpoint
WHERE creditor_id = ANY ($1::text[]) AND deleted_at IS NULL ORDER BY id FOR SHARE`;

const ADD_DELIVERIES = `
INSERT INTO delivery (id, creditor_id, endpoint_id, event_id, claim_id, sequence, status, next_at, created_at)
SELECT id, creditor_id, endpoint_id, event_id, claim_id, sequence, status, $8, $8
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::delivery_status[])
  AS new (id, creditor_id, endpoint_id, event_id, claim_id, sequence, status)
ON CONFLICT (endpoint_id, event_id) DO NOTHING`;

/**
 * Gives committed events their place in the feed, in the order in which they happened and per claim by sequence, and
 * each a delivery to every endpoint that asked for it; a disabled endpoint's are held. Answers how many events, and
 * whether there may be more. One publisher works at a time: another one finds nothing to do.
 */
export async function publishEvents(
  database: Database,
  options: { readonly now: Date; readonly batch?: number },
): Promise<{ readonly published: number; readonly more: boolean }> {
  const batch = options.batch ?? BATCH;
  return inSqlTransaction(database, async (client) => {
    const lock = await client.query<{ mine: boolean }>(TRY_LOCK);
    if (lock.rows[0]?.mine !== true) return { published: 0, more: false };
    // Named, so that each connection plans it once.
    const query = { name: "publish-events", text: GIVE_POSITIONS, values: [batch] };
    const { rows } = await client.query<PublishedEvent>(query);
    if (rows.length === 0) return { published: 0, more: false };
    await addDeliveries(client, rows, options.now);
    crashPoint("publish:before-commit");
    return { published: rows.length, more: rows.length >= batch };
  });
}

async function addDeliveries(client: pg.PoolClient, events: readonly PublishedEvent[], now: Date): Promise<void> {
  const creditors = [...new Set(events.map((event) => event.creditor_id))];
  const { rows: endpoints } = await client.query<Endpoint>(ENDPOINTS, [creditors]);
  const inOrder = [...events].sort((a, b) => (a.position < b.position ? -1 : 1));
  const deliveries = inOrder.flatMap((event) =>
    endpoints
      .filter((endpoint) => endpoint.creditor_id === event.creditor_id)
      .filter((endpoint) => isMeantFor({ type: event.type, endpointId: event.endpoint_id }, endpoint))
      .map((endpoint) => ({ event, endpoint, id: newId("dlv", now) })),
  );
  if (deliveries.length === 0) return;
  await client.query(ADD_DELIVERIES, [
    deliveries.map(({ id }) => id),
    deliveries.map(({ event }) => event.creditor_id),
    deliveries.map(({ endpoint }) => endpoint.id),
    deliveries.map(({ event }) => event.id),
    deliveries.map(({ event }) => event.claim_id),
    deliveries.map(({ event }) => event.sequence),
    deliveries.map(({ endpoint }) => (endpoint.status === "enabled" ? "pending" : "held")),
    now,
  ]);
}
