import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { Prisma } from "#app/server/platform/prisma/client.ts";

/** One delivery among the others of its claim at its endpoint. */
export type PlaceInClaim = {
  readonly endpointId: string;
  readonly claimId: string | null;
  readonly sequence: number | null;
};

/**
 * What comes after a delivery that is being retried cannot go before it does, or before the hour after which it no
 * longer waits. To mark that in `next_at` keeps a long backlog from being looked through at every claim.
 */
export async function holdBackFollowers(tx: Transaction, place: PlaceInClaim, until: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE delivery d SET next_at = greatest(d.next_at, ${until}::timestamptz)
    FROM (${followers(place)}) AS follower WHERE d.id = follower.id AND follower.endpoint_id = ${place.endpointId}`;
}

export async function releaseFollowers(tx: Transaction, place: PlaceInClaim, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE delivery d SET next_at = least(d.next_at, ${now}::timestamptz)
    FROM (${followers(place)}) AS follower WHERE d.id = follower.id AND follower.endpoint_id = ${place.endpointId}`;
}

/** Found by the claim: OFFSET 0 keeps the planner from looking through all that waits for the endpoint. */
function followers({ claimId, sequence }: PlaceInClaim): Prisma.Sql {
  return Prisma.sql`
    SELECT id, endpoint_id FROM delivery
    WHERE claim_id = ${claimId} AND sequence > ${sequence} AND status = 'pending' AND attempt = 0 OFFSET 0`;
}

/**
 * The endpoint works again: what waits for it goes now, in the order of the feed and at most ten a second. What is due
 * within ten seconds comes by itself. After a short run of failures a delivery that had failed before it is left to its
 * schedule: others arrived meanwhile, so the trouble is its own. An attempt that comes early is one on top of the schedule.
 */
export async function bringForward(
  tx: Transaction,
  endpoint: { readonly id: string; readonly failingSince: Date; readonly realOutage: boolean },
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE delivery d
    SET next_at = CASE WHEN d.next_at > ${now}::timestamptz THEN least(d.next_at, turn.at) ELSE turn.at END,
      trigger = CASE WHEN d.attempt > 0 AND d.next_at > turn.at THEN 'recovery' ELSE d.trigger END
    FROM (
      SELECT w.id, ${now}::timestamptz + row_number() OVER (ORDER BY v.position) * interval '100 milliseconds' AS at
      FROM delivery w JOIN event v ON v.id = w.event_id
      WHERE w.endpoint_id = ${endpoint.id} AND w.status = 'pending' AND w.lease IS NULL
        AND (w.next_at <= ${now} OR w.next_at > ${now}::timestamptz + interval '10 seconds')
        AND (${endpoint.realOutage} OR w.first_attempt_at IS NULL OR w.first_attempt_at >= ${endpoint.failingSince})
    ) AS turn
    WHERE d.id = turn.id`;
}

/** Keeps what waits for an endpoint that receives no more. An attempt under way may still end well. */
export async function holdDeliveries(tx: Transaction, endpointId: string): Promise<number> {
  return tx.$executeRaw`UPDATE delivery SET status = 'held' WHERE endpoint_id = ${endpointId} AND status = 'pending'`;
}

/**
 * Sends what is held, and with the other statuses also what was given up, is being retried or has arrived, with a
 * schedule from its beginning: in the order of the feed, ten a second, of the events from `since` to `until`, both
 * included. Answers how many.
 */
export async function resumeDeliveries(
  tx: Transaction,
  resume: {
    readonly endpointId: string;
    readonly statuses: readonly ("held" | "failed" | "pending" | "delivered")[];
    readonly since: Date | null;
    readonly until: Date | null;
    readonly now: Date;
  },
): Promise<number> {
  return tx.$executeRaw`
    UPDATE delivery d SET status = 'pending', attempt = 0, first_attempt_at = NULL, delivered_at = NULL, next_at = turn.at,
      trigger = CASE WHEN d.first_attempt_at IS NULL THEN 'schedule'::delivery_trigger ELSE 'redelivery' END
    FROM (
      SELECT w.id, ${resume.now}::timestamptz + row_number() OVER (ORDER BY v.position) * interval '100 milliseconds' AS at
      FROM delivery w JOIN event v ON v.id = w.event_id
      WHERE w.endpoint_id = ${resume.endpointId} AND w.status = ANY (${[...resume.statuses]}::text[]::delivery_status[])
        AND (${resume.since}::timestamptz IS NULL OR v.occurred_at >= ${resume.since})
        AND (${resume.until}::timestamptz IS NULL OR v.occurred_at <= ${resume.until})
    ) AS turn
    WHERE d.id = turn.id`;
}
