import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import type { Database } from "#app/server/platform/database/client.server.ts";
import type { FinishedAttempt } from "#app/server/webhooks/delivery-store.server.ts";

// One statement is one transaction: the delivery is written down with its attempt or not at all.
const FINISH = `
WITH done AS (
  UPDATE delivery d
  SET status = 'delivered', attempt = CASE WHEN d.trigger = 'recovery' THEN d.attempt ELSE d.attempt + 1 END,
    first_attempt_at = $3, delivered_at = $4, trigger = 'schedule', lease = NULL, locked_until = NULL
  FROM webhook_endpoint e
  WHERE d.id = $1 AND d.lease = $2::uuid AND d.first_attempt_at IS NULL
    AND e.id = d.endpoint_id AND e.failing_since IS NULL AND e.breaker_open_until IS NULL
  RETURNING d.id, d.endpoint_id
)
INSERT INTO delivery_attempt (delivery_id, number, trigger, started_at, duration_ms, status_code, response_body,
  endpoint_id, url, request_headers)
SELECT done.id, (SELECT count(*) + 1 FROM delivery_attempt a WHERE a.delivery_id = done.id), $5::delivery_trigger, $3, $6, $7, $8,
  done.endpoint_id, $9, $10::jsonb
FROM done`;

/**
 * Writes down what nearly every attempt is: the first one, arrived, at an endpoint that was not failing. Nothing follows from
 * that for any other delivery, so nothing is locked. False when it is anything else, or the lease is not ours.
 */
export async function finishFirstSuccess(database: Database, attempt: FinishedAttempt): Promise<boolean> {
  const { delivery, headers, outcome, startedAt, now } = attempt;
  if (outcome.kind !== "answered" || outcome.status < 200 || outcome.status > 299) return false;
  crashPoint("deliver:finishing");
  const { rowCount } = await database.pool.query({
    // Named, so that each connection plans it once.
    name: "finish-first-success",
    text: FINISH,
    values: [
      delivery.id,
      delivery.lease,
      startedAt,
      now,
      delivery.trigger,
      outcome.durationMs,
      outcome.status,
      outcome.body,
      delivery.url,
      JSON.stringify(headers),
    ],
  });
  return rowCount === 1;
}
