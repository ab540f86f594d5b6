import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { EVENTS_CHANNEL } from "#app/server/events/events-channel.server.ts";
import { notify } from "#app/server/platform/database/notifications.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { resumeDeliveries } from "#app/server/webhooks/delivery-backlog.server.ts";
import { findEndpoint, lockEndpoint, type EndpointScope } from "#app/server/webhooks/endpoint-store.server.ts";
import { enableEndpoint } from "#app/server/webhooks/update-endpoint.server.ts";

/**
 * Sends again what happened from `since` on and did not arrive at this endpoint: held, given up or waiting for a retry,
 * in the order of the feed. A disabled endpoint is enabled by this; what was held before `since` stays held. Answers how
 * many deliveries go.
 */
export async function recoverDeliveries(
  services: Services,
  order: EndpointScope & { readonly since: Date; readonly actor: string },
): Promise<Result<{ readonly deliveries: number }, { readonly kind: "not_found" }>> {
  const { creditorId, endpointId, since, actor } = order;
  const now = services.clock.now();
  return inTransaction(services.database, async (tx) => {
    await lockEndpoint(tx, order);
    const endpoint = await findEndpoint(tx, order);
    if (!endpoint) return err({ kind: "not_found" });
    if (endpoint.status === "disabled") await enableEndpoint(tx, endpointId);
    const statuses = ["held", "failed", "pending"] as const;
    const deliveries = await resumeDeliveries(tx, { endpointId, statuses, since, now });
    await notify(tx, EVENTS_CHANNEL);
    const note = { at: now, actor, action: "webhook_endpoint.recovered", subject: endpointId };
    appendAudit(tx, creditorId, { ...note, data: { since: since.toISOString(), deliveries } });
    return ok({ deliveries });
  });
}
