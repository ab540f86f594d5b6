import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import type { Database, Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { bringForward, holdBackFollowers, releaseFollowers } from "#app/server/webhooks/delivery-backlog.server.ts";
import {
  addAttempt,
  type FinishedAttempt,
  lockLeased,
  saveAfterAttempt,
} from "#app/server/webhooks/delivery-store.server.ts";
import { disableEndpoint } from "#app/server/webhooks/disable-endpoint.server.ts";
import {
  breakerAfterFailure,
  breakerWindowFrom,
  closedBreaker,
  countAttempts,
  isProbe,
  saveBreaker,
} from "#app/server/webhooks/endpoint-breaker.server.ts";
import { afterFailure } from "#app/server/webhooks/endpoint-health.server.ts";
import { mailOwners } from "#app/server/webhooks/endpoint-mail.server.ts";
import { lockEndpoint, saveHealth, type LockedEndpoint } from "#app/server/webhooks/endpoint-store.server.ts";
import { finishFirstSuccess } from "#app/server/webhooks/finish-first-success.server.ts";
import { decideAfterAttempt, type DeliveryDecision } from "#app/server/webhooks/retry-schedule.server.ts";

/** What became of the delivery. `lease_lost`: it is another worker's by now, and nothing was written. */
export type DeliveryFate = "delivered" | "retrying" | "failed" | "held" | "lease_lost";

const HOUR_MS = 3_600_000;

/** From this many failures in a row it is the receiver that is out of order, not one event that it cannot stomach. */
const OUTAGE_FAILURES = 4;

/**
 * Writes down an attempt and all that follows from it, in one transaction, if the lease is still ours: the delivery's
 * next state, the endpoint's health, a backlog that may go or must be kept, mail to the creditor. Everywhere the endpoint
 * is locked before its deliveries, so that two attempts that end together do not wait for each other.
 */
export async function finishDelivery(database: Database, attempt: FinishedAttempt): Promise<DeliveryFate> {
  const { delivery, outcome, startedAt, random } = attempt;
  if (await finishFirstSuccess(database, attempt)) return "delivered";
  return inTransaction(database, async (tx) => {
    const endpoint = await lockEndpoint(tx, delivery);
    const leased = await lockLeased(tx, delivery);
    if (!endpoint || !leased) return "lease_lost";

    await addAttempt(tx, attempt);
    const made = leased.attempt + (delivery.trigger === "recovery" ? 0 : 1);
    const finishing: Finishing = {
      ...attempt,
      endpoint,
      schedule: { attempt: made, firstAttemptAt: leased.firstAttemptAt ?? startedAt },
      place: { endpointId: endpoint.id, claimId: leased.claimId, sequence: leased.sequence },
    };
    const decision = decideAfterAttempt({ attempt: made, result: outcome, random });
    const fate = await (decision.kind === "delivered" ? succeed(tx, finishing) : fail(tx, finishing, decision));
    crashPoint("deliver:finishing");
    return fate;
  });
}

type Finishing = FinishedAttempt & {
  readonly endpoint: LockedEndpoint;
  readonly schedule: { readonly attempt: number; readonly firstAttemptAt: Date };
  readonly place: { readonly endpointId: string; readonly claimId: string | null; readonly sequence: number | null };
};

type FailedDecision = Exclude<DeliveryDecision, { kind: "delivered" }>;

async function succeed(tx: Transaction, finishing: Finishing): Promise<DeliveryFate> {
  const { delivery, endpoint, schedule, place, startedAt, now } = finishing;
  const { failingSince, consecutiveFailures } = endpoint;
  await saveAfterAttempt(tx, delivery, { ...schedule, status: "delivered", deliveredAt: now });
  if (isProbe(endpoint, startedAt)) await saveBreaker(tx, endpoint.id, closedBreaker(now));
  if (schedule.firstAttemptAt < startedAt) await releaseFollowers(tx, place, now);
  if (failingSince === null) return "delivered";
  await saveHealth(tx, endpoint.id, { ...endpoint, failingSince: null, consecutiveFailures: 0 });
  const realOutage = consecutiveFailures >= OUTAGE_FAILURES;
  await bringForward(tx, { id: endpoint.id, failingSince, realOutage }, now);
  return "delivered";
}

async function fail(tx: Transaction, finishing: Finishing, decision: FailedDecision): Promise<DeliveryFate> {
  const { delivery, endpoint, schedule, startedAt, now } = finishing;
  if (!endpoint.receives) {
    await saveAfterAttempt(tx, delivery, { ...schedule, status: "held" });
    return "held";
  }
  const { consequence, ...health } = afterFailure(endpoint, { gone: decision.kind === "gone", startedAt, now });
  await saveHealth(tx, endpoint.id, health);
  if (consequence.kind === "disable") {
    await saveAfterAttempt(tx, delivery, { ...schedule, status: "held" });
    await disableEndpoint(tx, endpoint, { reason: consequence.reason, actor: "worker", now });
    return "held";
  }
  await restAfterFailure(tx, finishing);
  if (consequence.kind === "tell") await mailOwners(tx, endpoint, { news: "failing", now });
  return reschedule(tx, finishing, decision);
}

async function restAfterFailure(tx: Transaction, { endpoint, startedAt, now }: Finishing): Promise<void> {
  const window = await countAttempts(tx, endpoint.id, breakerWindowFrom(endpoint, now));
  const breaker = breakerAfterFailure(endpoint, { startedAt, now, window });
  if (breaker !== endpoint) await saveBreaker(tx, endpoint.id, breaker);
}

async function reschedule(tx: Transaction, finishing: Finishing, decision: FailedDecision): Promise<DeliveryFate> {
  const { delivery, schedule, place, now } = finishing;
  if (decision.kind !== "retry") {
    await saveAfterAttempt(tx, delivery, { ...schedule, status: "failed" });
    await releaseFollowers(tx, place, now);
    return "failed";
  }
  const nextAt = new Date(now.getTime() + decision.delayMs);
  const passableAt = new Date(schedule.firstAttemptAt.getTime() + HOUR_MS);
  await saveAfterAttempt(tx, delivery, { ...schedule, status: "pending", nextAt });
  await holdBackFollowers(tx, place, nextAt < passableAt ? nextAt : passableAt);
  return "retrying";
}
