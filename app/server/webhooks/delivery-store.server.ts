import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { ClaimedDelivery } from "#app/server/webhooks/claim-deliveries.server.ts";
import type { RequestOutcome } from "#app/server/webhooks/safe-request.server.ts";

/** One attempt that is over: what was sent under the lease, what came of it, and when (business time) it began and ended. */
export type FinishedAttempt = {
  readonly delivery: ClaimedDelivery;
  readonly headers: Readonly<Record<string, string>>;
  readonly outcome: RequestOutcome;
  readonly startedAt: Date;
  readonly now: Date;
  /** 0 to 1, spreads the next attempts. */
  readonly random: number;
};

/** A delivery as it stands while its lease is ours. */
export type LeasedDelivery = {
  readonly claimId: string | null;
  readonly sequence: number | null;
  readonly attempt: number;
  readonly firstAttemptAt: Date | null;
};

/**
 * Holds the delivery until the transaction ends, or answers null when the lease is no longer ours: without that fence a
 * worker that was thought dead would undo another one's work.
 */
export async function lockLeased(tx: Transaction, delivery: ClaimedDelivery): Promise<LeasedDelivery | null> {
  const rows = await tx.$queryRaw<LeasedDelivery[]>`
    SELECT claim_id AS "claimId", sequence, attempt, first_attempt_at AS "firstAttemptAt"
    FROM delivery WHERE id = ${delivery.id} AND lease = ${delivery.lease}::uuid FOR UPDATE`;
  return rows[0] ?? null;
}

/** Writes the state after an attempt and ends the lease. */
export async function saveAfterAttempt(
  tx: Transaction,
  delivery: ClaimedDelivery,
  state: {
    readonly status: "delivered" | "pending" | "failed" | "held";
    readonly attempt: number;
    readonly firstAttemptAt: Date;
    readonly nextAt?: Date;
    readonly deliveredAt?: Date;
  },
): Promise<void> {
  await tx.delivery.update({
    where: { id: delivery.id, lease: delivery.lease },
    data: { ...state, trigger: "schedule", lease: null, lockedUntil: null },
    select: { id: true },
  });
}

/** Adds the attempt to the log that the creditor sees: what was sent, the class of a failure and the start of an answer, no more. */
export async function addAttempt(
  tx: Transaction,
  attempt: Pick<FinishedAttempt, "delivery" | "headers" | "outcome" | "startedAt">,
): Promise<void> {
  const { delivery, headers, outcome, startedAt } = attempt;
  const answer = outcome.kind === "answered" ? outcome : null;
  const failure = outcome.kind === "failed" ? outcome.reason : null;
  await tx.$executeRaw`
    INSERT INTO delivery_attempt (delivery_id, number, trigger, started_at, duration_ms, status_code, failure, response_body,
      endpoint_id, url, request_headers)
    SELECT ${delivery.id}, count(*) + 1, ${delivery.trigger}::delivery_trigger, ${startedAt}::timestamptz,
      ${outcome.durationMs}::int, ${answer?.status ?? null}::int, ${failure}, ${answer?.body ?? ""},
      ${delivery.endpointId}, ${delivery.url}, ${JSON.stringify(headers)}::jsonb
    FROM delivery_attempt WHERE delivery_id = ${delivery.id}`;
}
