import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { EVENTS_CHANNEL } from "#app/server/events/events-channel.server.ts";
import { notify } from "#app/server/platform/database/notifications.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { resumeDeliveries } from "#app/server/webhooks/delivery-backlog.server.ts";
import { closedBreaker, saveBreaker } from "#app/server/webhooks/endpoint-breaker.server.ts";
import { findEndpoint, lockEndpoint, type EndpointScope } from "#app/server/webhooks/endpoint-store.server.ts";
import { enableEndpoint } from "#app/server/webhooks/update-endpoint.server.ts";

export type RecoveryOrder = EndpointScope & {
  readonly since: Date;
  /** The last moment, included; without it up to now. */
  readonly until?: Date | undefined;
  /** Whether what arrived goes again too. */
  readonly delivered?: boolean | undefined;
  readonly actor: string;
};

const MISSING = ["held", "failed", "pending"] as const;

/**
 * Sends again what happened from `since` to `until` and did not arrive at this endpoint: held, given up or waiting for a
 * retry, and with `delivered` also what did arrive, each under its own `webhook-id` and in the order of the feed. A
 * disabled endpoint is enabled by this, and one that rests is tried at once; what was held outside the range stays held.
 * Answers how many deliveries go.
 */
export async function recoverDeliveries(
  services: Services,
  order: RecoveryOrder,
): Promise<Result<{ readonly deliveries: number }, { readonly kind: "not_found" | "until_before_since" }>> {
  const { creditorId, endpointId, since, until = null, delivered = false, actor } = order;
  if (until !== null && until < since) return err({ kind: "until_before_since" });
  const now = services.clock.now();
  return inTransaction(services.database, async (tx) => {
    await lockEndpoint(tx, order);
    const endpoint = await findEndpoint(tx, order);
    if (!endpoint) return err({ kind: "not_found" });
    if (endpoint.status === "disabled") await enableEndpoint(tx, endpointId, now);
    await saveBreaker(tx, endpointId, closedBreaker(now));
    const statuses = delivered ? ([...MISSING, "delivered"] as const) : MISSING;
    const deliveries = await resumeDeliveries(tx, { endpointId, statuses, since, until, now });
    await notify(tx, EVENTS_CHANNEL);
    const range = { since: since.toISOString(), ...(until === null ? {} : { until: until.toISOString() }), delivered };
    const note = { at: now, actor, action: "webhook_endpoint.recovered", subject: endpointId };
    appendAudit(tx, creditorId, { ...note, data: { ...range, deliveries } });
    return ok({ deliveries });
  });
}
