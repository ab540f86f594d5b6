import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { EVENTS_CHANNEL } from "#app/server/events/events-channel.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { notify } from "#app/server/platform/database/notifications.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { resumeDeliveries } from "#app/server/webhooks/delivery-backlog.server.ts";
import { disableEndpoint } from "#app/server/webhooks/disable-endpoint.server.ts";
import { closedBreaker, saveBreaker } from "#app/server/webhooks/endpoint-breaker.server.ts";
import {
  findEndpoint,
  lockEndpoint,
  type Endpoint,
  type EndpointScope,
} from "#app/server/webhooks/endpoint-store.server.ts";
import type { UrlRefused } from "#app/server/webhooks/register-endpoint.server.ts";
import type { EventChoice } from "#app/server/webhooks/subscription.server.ts";
import { checkTarget } from "#app/server/webhooks/target-policy.server.ts";

export type EndpointChange = EndpointScope & {
  readonly url?: string | undefined;
  readonly events?: readonly EventChoice[] | undefined;
  readonly description?: string | undefined;
  readonly status?: "enabled" | "disabled" | undefined;
  readonly actor: string;
};

/** Changes what is given. Enabling sends, in order, all that was held; disabling holds all that waits. */
export async function updateEndpoint(
  services: Services,
  change: EndpointChange,
): Promise<Result<Endpoint, UrlRefused | { readonly kind: "not_found" }>> {
  const { url, events, description, actor } = change;
  if (url !== undefined) {
    const target = checkTarget(url, services.config.webhookAllowedTargets);
    if (!target.ok) return err({ kind: "url_refused", reason: target.error.kind });
  }
  const now = services.clock.now();
  return inTransaction(services.database, async (tx) => {
    const locked = await lockEndpoint(tx, change);
    const before = await findEndpoint(tx, change);
    if (!locked || !before) return err({ kind: "not_found" });
    await tx.webhookEndpoint.update({
      where: { id: before.id },
      data: {
        ...(url === undefined ? {} : { url }),
        ...(events === undefined ? {} : { events: [...new Set(events)] }),
        ...(description === undefined ? {} : { description }),
      },
      select: { id: true },
    });
    // Another address is another receiver: it need not rest. The same one, however often it is said, goes on resting.
    if (url !== undefined && url !== before.url) await saveBreaker(tx, before.id, closedBreaker(now));
    if (change.status === "disabled" && before.status === "enabled") {
      await disableEndpoint(tx, locked, { reason: "by_creditor", actor, now });
    }
    if (change.status === "enabled" && before.status === "disabled") {
      await enableEndpoint(tx, change.endpointId, now);
      await resumeDeliveries(tx, { endpointId: before.id, statuses: ["held"], since: null, until: null, now });
      await notify(tx, EVENTS_CHANNEL);
    }
    const fields = Object.entries({ url, events, description, status: change.status });
    const changed = fields.filter(([, value]) => value !== undefined).map(([name]) => name);
    const note = { at: now, actor, action: "webhook_endpoint.changed", subject: before.id };
    appendAudit(tx, change.creditorId, { ...note, data: { changed: changed.join(" ") } });
    return ok((await findEndpoint(tx, change)) ?? before);
  });
}

/** With a clean slate: its five days and its count of failures begin anew. */
export async function enableEndpoint(tx: Transaction, endpointId: string, now: Date): Promise<void> {
  await tx.webhookEndpoint.update({
    where: { id: endpointId },
    data: {
      status: "enabled",
      disabledReason: null,
      failingSince: null,
      consecutiveFailures: 0,
      failureNoticeAt: null,
      ...closedBreaker(now),
    },
    select: { id: true },
  });
}
