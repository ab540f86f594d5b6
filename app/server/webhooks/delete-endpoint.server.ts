import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { holdDeliveries } from "#app/server/webhooks/delivery-backlog.server.ts";
import { findEndpoint, lockEndpoint, type EndpointScope } from "#app/server/webhooks/endpoint-store.server.ts";

/** Takes an endpoint away: nothing more goes to it. Its deliveries stay as proof; the events stay in the feed. */
export async function deleteEndpoint(
  services: Services,
  order: EndpointScope & { readonly actor: string },
): Promise<Result<void, { readonly kind: "not_found" }>> {
  const { creditorId, endpointId, actor } = order;
  const now = services.clock.now();
  return inTransaction(services.database, async (tx) => {
    await lockEndpoint(tx, order);
    if (!(await findEndpoint(tx, order))) return err({ kind: "not_found" });
    await tx.webhookEndpoint.update({ where: { id: endpointId }, data: { deletedAt: now }, select: { id: true } });
    await holdDeliveries(tx, endpointId);
    appendAudit(tx, creditorId, { at: now, actor, action: "webhook_endpoint.deleted", subject: endpointId });
    return ok(undefined);
  });
}
