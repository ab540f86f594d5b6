import { err, ok, type Result } from "#app/domain/result.ts";
import type { Services } from "#app/server/services.server.ts";
import type { DeliveryTrigger } from "#app/server/webhooks/claim-deliveries.server.ts";
import { disabledUnlessItWorks } from "#app/server/webhooks/endpoint-health.server.ts";
import { findEndpoint, type Endpoint, type EndpointScope } from "#app/server/webhooks/endpoint-store.server.ts";
import { findReceiverFaults, hasArrived, type ReceiverFault } from "#app/server/webhooks/receiver-faults.server.ts";

/**
 * `untried`: nothing was sent yet. `working`: the last attempt arrived. `failing`: it did not. `resting`: too much failed,
 * and nothing goes until the next probe. `disabled`: nothing goes at all.
 */
export type ReceiverState = "untried" | "working" | "failing" | "resting" | "disabled";

/** What is wrong with a receiver, and what that means for the events it has not got. */
export type ReceiverDiagnosis = {
  readonly endpoint: Endpoint;
  readonly state: ReceiverState;
  /** Most important first, never empty: what is done about the first helps most. `fine` and `untried` stand alone. */
  readonly faults: readonly [ReceiverFault, ...ReceiverFault[]];
  /** Of the last twenty attempts at most. */
  readonly looked: { readonly attempts: number; readonly failures: number };
  readonly lastAttempt: DiagnosedAttempt | null;
  readonly lastSuccessAt: Date | null;
  /** Events that have not arrived: going to be sent, kept until the endpoint is enabled, and given up. */
  readonly missing: { readonly waiting: number; readonly held: number; readonly givenUp: number };
  /** When the oldest event happened that waits or is held: those are kept until they arrive, however long that takes. */
  readonly missingSince: Date | null;
  readonly nextAttemptAt: Date | null;
  /** When the endpoint is disabled if nothing arrives before; null when nothing fails. */
  readonly disabledAt: Date | null;
};

export type DiagnosedAttempt = {
  readonly eventId: string;
  readonly eventType: string;
  readonly trigger: DeliveryTrigger;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly statusCode: number | null;
  readonly failure: string | null;
  readonly responseBody: string;
};

const LOOKED_AT = 20;

/** Judges an endpoint of this creditor by its state and its last twenty attempts. It asks the receiver nothing. */
export async function diagnoseEndpoint(
  services: Services,
  scope: EndpointScope,
): Promise<Result<ReceiverDiagnosis, { readonly kind: "not_found" }>> {
  const { prisma } = services.database;
  const endpoint = await findEndpoint(prisma, scope);
  if (!endpoint) return err({ kind: "not_found" });
  const rows = await prisma.deliveryAttempt.findMany({
    where: { endpointId: endpoint.id, delivery: { creditorId: scope.creditorId } },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    take: LOOKED_AT,
    select: {
      trigger: true,
      startedAt: true,
      durationMs: true,
      statusCode: true,
      failure: true,
      responseBody: true,
      delivery: { select: { event: { select: { id: true, type: true } } } },
    },
  });
  const attempts = rows.map(({ delivery: { event }, ...row }) => ({
    eventId: event.id,
    eventType: event.type,
    ...row,
  }));
  const missing = await missingEvents(services, scope);
  const state = stateOf(endpoint, attempts.length > 0);
  return ok({
    endpoint,
    state,
    faults: findReceiverFaults({ endpoint, attempts, givenUp: missing.givenUp }),
    looked: { attempts: attempts.length, failures: attempts.filter((attempt) => !hasArrived(attempt)).length },
    lastAttempt: attempts[0] ?? null,
    lastSuccessAt: await lastSuccess(services, scope),
    missing: { waiting: missing.waiting, held: missing.held, givenUp: missing.givenUp },
    missingSince: missing.since,
    nextAttemptAt: state === "disabled" ? null : latest(missing.nextAt, endpoint.breakerOpenUntil),
    disabledAt: state === "disabled" ? null : disabledUnlessItWorks(endpoint),
  });
}

/** How an endpoint stands; `tried`: whether anything went to it yet, which its row does not tell. */
export function stateOf(endpoint: Endpoint, tried: boolean): ReceiverState {
  if (endpoint.status === "disabled") return "disabled";
  if (endpoint.breakerOpenUntil !== null) return "resting";
  if (endpoint.consecutiveFailures > 0) return "failing";
  return tried ? "working" : "untried";
}

type MissingEvents = {
  readonly waiting: number;
  readonly held: number;
  readonly givenUp: number;
  readonly since: Date | null;
  readonly nextAt: Date | null;
};

async function missingEvents(services: Services, { creditorId, endpointId }: EndpointScope): Promise<MissingEvents> {
  const rows = await services.database.prisma.$queryRaw<MissingEvents[]>`
    SELECT (count(*) FILTER (WHERE d.status = 'pending'))::int AS waiting,
      (count(*) FILTER (WHERE d.status = 'held'))::int AS held,
      (count(*) FILTER (WHERE d.status = 'failed'))::int AS "givenUp",
      min(v.occurred_at) FILTER (WHERE d.status <> 'failed') AS since,
      min(d.next_at) FILTER (WHERE d.status = 'pending') AS "nextAt"
    FROM delivery d JOIN event v ON v.id = d.event_id
    WHERE d.endpoint_id = ${endpointId} AND d.creditor_id = ${creditorId} AND d.status <> 'delivered'`;
  return rows[0] ?? { waiting: 0, held: 0, givenUp: 0, since: null, nextAt: null };
}

async function lastSuccess(services: Services, { creditorId, endpointId }: EndpointScope): Promise<Date | null> {
  const attempt = await services.database.prisma.deliveryAttempt.findFirst({
    where: { endpointId, delivery: { creditorId }, statusCode: { gte: 200, lte: 299 } },
    orderBy: { startedAt: "desc" },
    select: { startedAt: true },
  });
  return attempt?.startedAt ?? null;
}

function latest(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one;
  return one > other ? one : other;
}
