import { type EventType, isEventType } from "#app/domain/events.ts";
import type { Endpoint } from "#app/server/webhooks/endpoint-store.server.ts";
import type { LoggedDelivery } from "#app/server/webhooks/list-deliveries.server.ts";
import type { UrlRefused } from "#app/server/webhooks/register-endpoint.server.ts";
import type { Problem } from "./problem.server.ts";
import type { DeliveryJson, EndpointJson } from "./schemas/webhook-schemas.server.ts";

export function endpointJson(endpoint: Endpoint): EndpointJson {
  return {
    id: endpoint.id,
    url: endpoint.url,
    events: [...endpoint.events],
    description: endpoint.description,
    signature: endpoint.signature,
    status: endpoint.status,
    disabledReason: endpoint.disabledReason,
    failingSince: endpoint.failingSince?.toISOString() ?? null,
    consecutiveFailures: endpoint.consecutiveFailures,
    restsUntil: endpoint.breakerOpenUntil?.toISOString() ?? null,
    previousSecretUntil: endpoint.previousSecretUntil?.toISOString() ?? null,
    createdAt: endpoint.createdAt.toISOString(),
  };
}

export function deliveryJson(delivery: LoggedDelivery): DeliveryJson {
  const { id, event, status, claimId, body } = delivery;
  return {
    id,
    event: { id: event.id, type: knownType(event.type), occurredAt: event.occurredAt.toISOString() },
    claim: claimId,
    body,
    status,
    nextAttemptAt: delivery.nextAttemptAt?.toISOString() ?? null,
    createdAt: delivery.createdAt.toISOString(),
    deliveredAt: delivery.deliveredAt?.toISOString() ?? null,
    attempts: delivery.attempts.map((attempt) => ({
      ...attempt,
      startedAt: attempt.startedAt.toISOString(),
      request: attempt.request && { url: attempt.request.url, headers: { ...attempt.request.headers } },
    })),
  };
}

const REFUSALS: Readonly<Record<UrlRefused["reason"], string>> = {
  unreadable: "must be an address that can be read",
  too_long: "must have at most 2048 characters",
  userinfo: "must be without user and password",
  not_https: "must begin with https://",
  port_not_allowed: "must be on port 443",
  ip_literal: "must name a host, not an IP address",
  host_not_public: "must name a public host",
};

export function urlProblem({ reason }: UrlRefused): Problem {
  return { code: "url_refused", errors: [{ path: "url", code: reason, message: REFUSALS[reason] }] };
}

export function knownType(type: string): EventType {
  if (!isEventType(type)) throw new Error("an event is stored of a type that we do not have");
  return type;
}
