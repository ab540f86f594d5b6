import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { EVENTS_CHANNEL } from "#app/server/events/events-channel.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { notify } from "#app/server/platform/database/notifications.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { probeNow } from "#app/server/webhooks/endpoint-breaker.server.ts";
import { isMeantFor } from "#app/server/webhooks/subscription.server.ts";

export type Redelivery = {
  readonly creditorId: string;
  readonly eventId: string;
  /** To this one alone; without it to all. */
  readonly endpointId?: string | undefined;
  readonly actor: string;
};

/** not_found: the event, or the one endpoint. no_endpoint: none that is enabled asks for it. */
export type RedeliveryRefusal = { readonly kind: "not_found" | "no_endpoint" | "endpoint_disabled" };

/**
 * Sends an event once more, under the same `webhook-id`, to every enabled endpoint that it is meant for: also one that
 * has it, or that was added since; or to one of them alone. It gets a schedule from its beginning. Answers to how many
 * endpoints it goes.
 */
export async function redeliverEvent(
  services: Services,
  order: Redelivery,
): Promise<Result<{ readonly deliveries: number }, RedeliveryRefusal>> {
  const { creditorId, eventId, endpointId, actor } = order;
  const now = services.clock.now();
  return inTransaction(services.database, async (tx) => {
    const event = await tx.event.findFirst({
      where: { id: eventId, creditorId },
      select: { id: true, type: true, endpointId: true },
    });
    if (!event) return err({ kind: "not_found" });
    // Locked before the deliveries, as everywhere.
    await tx.$queryRaw`SELECT id FROM webhook_endpoint WHERE creditor_id = ${creditorId} ORDER BY id FOR NO KEY UPDATE`;
    const endpoints = await tx.webhookEndpoint.findMany({
      where: {
        creditorId,
        deletedAt: null,
        ...(endpointId === undefined ? { status: "enabled" } : { id: endpointId }),
      },
      select: { id: true, events: true, status: true },
    });
    if (endpointId !== undefined && endpoints.length === 0) return err({ kind: "not_found" });
    if (endpoints.some(({ status }) => status === "disabled")) return err({ kind: "endpoint_disabled" });
    const meant = endpoints.filter((endpoint) => isMeantFor(event, endpoint));
    if (meant.length === 0) return err({ kind: "no_endpoint" });
    for (const endpoint of meant) await sendAgain(tx, { eventId, endpointId: endpoint.id, now });
    await probeNow(
      tx,
      meant.map(({ id }) => id),
      now,
    );
    await notify(tx, EVENTS_CHANNEL);
    const note = { at: now, actor, action: "event.redelivered", subject: eventId };
    appendAudit(tx, creditorId, {
      ...note,
      data: { deliveries: meant.length, ...(endpointId === undefined ? {} : { endpoint: endpointId }) },
    });
    return ok({ deliveries: meant.length });
  });
}

/** One that is being sent at this moment is left alone. */
async function sendAgain(
  tx: Transaction,
  { eventId, endpointId, now }: { eventId: string; endpointId: string; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO delivery (id, creditor_id, endpoint_id, event_id, claim_id, sequence, trigger, next_at, created_at)
    SELECT ${newId("dlv", now)}, creditor_id, ${endpointId}, id, claim_id, sequence, 'redelivery', ${now}, ${now}
    FROM event WHERE id = ${eventId}
    ON CONFLICT (endpoint_id, event_id) DO UPDATE
    SET status = 'pending', trigger = 'redelivery', attempt = 0, first_attempt_at = NULL, next_at = excluded.next_at,
      delivered_at = NULL
    WHERE delivery.lease IS NULL OR delivery.locked_until <= now()`;
}
