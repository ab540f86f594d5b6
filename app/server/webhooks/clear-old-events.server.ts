import type pg from "pg";
import { inSqlTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { EVENTS_KEPT_MS } from "./event-feed.server.ts";

const BATCH = 1_000;

const TRY_LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended('webhooks:clear', 0)) AS mine";

/** Pending or held, for an endpoint that is still there. */
const OWED = `
EXISTS (SELECT FROM delivery d JOIN webhook_endpoint w ON w.id = d.endpoint_id
  WHERE d.event_id = %.id AND d.status IN ('pending', 'held') AND w.deleted_at IS NULL)`;
const owed = (event: string) => OWED.replace("%", event);

/**
 * Those that nobody is owed, of a claim never one behind an earlier one that stays: what is left of a claim's sequence has
 * no gap. Positions follow the sequence, so that a batch does not leave one either.
 */
const OLD = `
SELECT e.id FROM event e
WHERE e.occurred_at < $1 AND e.position IS NOT NULL AND NOT ${owed("e")}
  AND NOT EXISTS (SELECT FROM event f
    WHERE f.claim_id = e.claim_id AND f.sequence < e.sequence
      AND (f.occurred_at >= $1 OR f.position IS NULL OR ${owed("f")}))
ORDER BY e.position LIMIT $2 FOR UPDATE OF e`;

/** Held until the end, so that none of them goes out again meanwhile. */
const DELIVERIES = `
SELECT d.id, d.status IN ('pending', 'held') AND w.deleted_at IS NULL AS owed
FROM delivery d JOIN webhook_endpoint w ON w.id = d.endpoint_id
WHERE d.event_id = ANY ($1::text[]) FOR UPDATE OF d`;

/**
 * Removes events of more than 90 days ago with their deliveries and attempts. What has not arrived and is not given up
 * stays, however old, and so does what comes after it in its claim. Answers how many events went.
 */
export async function clearOldEvents(services: Services): Promise<number> {
  const before = new Date(services.clock.now().getTime() - EVENTS_KEPT_MS);
  let cleared = 0;
  for (;;) {
    const batch = await inSqlTransaction(services.database, (client) => clearBatch(client, before));
    cleared += batch;
    if (batch < BATCH) return cleared;
  }
}

async function clearBatch(client: pg.PoolClient, before: Date): Promise<number> {
  const lock = await client.query<{ mine: boolean }>(TRY_LOCK);
  if (lock.rows[0]?.mine !== true) return 0;
  const events = idsOf(await client.query<{ id: string }>(OLD, [before, BATCH]));
  if (events.length === 0) return 0;
  const found = await client.query<{ id: string; owed: boolean }>(DELIVERIES, [events]);
  // Somebody asked for one of them again at this very moment: another time.
  if (found.rows.some(({ owed: isOwed }) => isOwed)) return 0;
  const deliveries = idsOf(found);
  await client.query("DELETE FROM delivery_attempt WHERE delivery_id = ANY ($1::text[])", [deliveries]);
  await client.query("DELETE FROM delivery WHERE id = ANY ($1::text[])", [deliveries]);
  await client.query("DELETE FROM event WHERE id = ANY ($1::text[])", [events]);
  return events.length;
}

function idsOf({ rows }: { readonly rows: readonly { readonly id: string }[] }): string[] {
  return rows.map(({ id }) => id);
}
