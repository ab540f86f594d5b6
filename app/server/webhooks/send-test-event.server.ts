import { err, ok, type Result } from "#app/domain/result.ts";
import { EVENTS_CHANNEL } from "#app/server/events/events-channel.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { notify } from "#app/server/platform/database/notifications.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { probeNow } from "#app/server/webhooks/endpoint-breaker.server.ts";
import { findEndpoint, type EndpointScope } from "#app/server/webhooks/endpoint-store.server.ts";
import { eventBody } from "#app/server/webhooks/event-body.server.ts";

/**
 * Sends `webhook.test` to this endpoint and no other, whatever types it asked for, the way every event goes. With the id of
 * one that was sent already it sends nothing more.
 */
export async function sendTestEvent(
  services: Services,
  scope: EndpointScope & { readonly eventId?: string },
): Promise<Result<{ readonly eventId: string }, { readonly kind: "not_found" | "endpoint_disabled" }>> {
  const { creditorId, endpointId } = scope;
  const now = services.clock.now();
  const type = "webhook.test";
  return inTransaction(services.database, async (tx) => {
    const endpoint = await findEndpoint(tx, scope);
    if (!endpoint) return err({ kind: "not_found" });
    const eventId = scope.eventId ?? newId("evt", now);
    if ((await tx.event.count({ where: { id: eventId, creditorId, endpointId } })) > 0) return ok({ eventId });
    if (endpoint.status === "disabled") return err({ kind: "endpoint_disabled" });
    const body = eventBody({ type, timestamp: now, data: { endpoint: endpointId } });
    const event = { id: eventId, creditorId, endpointId, type, occurredAt: now, body };
    await tx.event.create({ data: event, select: { id: true } });
    await probeNow(tx, [endpointId], now);
    await notify(tx, EVENTS_CHANNEL);
    return ok({ eventId });
  });
}
