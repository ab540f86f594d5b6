import { randomUUID } from "node:crypto";
import type { Services } from "#app/server/services.server.ts";

export type ClaimedNotice = {
  readonly id: bigint;
  readonly providerId: string;
  readonly attemptId: string | null;
  /** Raised by each repeat of the notice. */
  readonly version: number;
  /** How often it was tried, this time included. */
  readonly attempts: number;
  readonly lease: string;
};

/**
 * Longer than the provider's deadline and a transaction. Several accounts that are all slow may take longer: then two work on
 * one payment, whose facts are booked once.
 */
const LEASE_SECONDS = 30;

/**
 * Takes due notices for this process alone until the lease runs out, oldest first. Leases follow the database's clock,
 * which all processes share; what is due follows the clock of the process.
 */
export async function claimNotices(
  services: Pick<Services, "database" | "clock">,
  limit: number,
): Promise<ClaimedNotice[]> {
  const lease = randomUUID();
  const { rows } = await services.database.pool.query<Omit<ClaimedNotice, "lease">>(
    `update provider_notice n
     set lease = $1, locked_until = now() + make_interval(secs => $2), attempts = n.attempts + 1
     from (select id from provider_notice
           where processed_at is null and next_at <= $3 and (locked_until is null or locked_until < now())
           order by next_at, id limit $4 for update skip locked) due
     where n.id = due.id
     returning n.id, n.provider_id as "providerId", n.attempt_id as "attemptId", n.version, n.attempts`,
    [lease, LEASE_SECONDS, services.clock.now(), limit],
  );
  return rows.map((row) => ({ ...row, lease }));
}

/** Ends a notice; if it was repeated meanwhile, it is due again at once. Whoever lost the lease changes nothing. */
export async function finishNotice(
  services: Pick<Services, "database" | "clock">,
  notice: ClaimedNotice,
  failure: string | null,
): Promise<void> {
  await services.database.pool.query(
    `update provider_notice set
       processed_at = case when version = $3 then $4::timestamptz end,
       next_at = case when version = $3 then next_at else $4 end,
       attempts = case when version = $3 then attempts else 0 end,
       failure = $5, lease = null, locked_until = null
     where id = $1 and lease = $2 and processed_at is null`,
    [notice.id, notice.lease, notice.version, services.clock.now(), failure],
  );
}

/** Puts a notice back until later. */
export async function postponeNotice(
  services: Pick<Services, "database">,
  notice: ClaimedNotice,
  { until, failure }: { until: Date; failure: string },
): Promise<void> {
  await services.database.pool.query(
    `update provider_notice set next_at = $3, failure = $4, lease = null, locked_until = null
     where id = $1 and lease = $2 and processed_at is null`,
    [notice.id, notice.lease, until, failure],
  );
}
