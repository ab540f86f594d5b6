import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { holdDeliveries } from "#app/server/webhooks/delivery-backlog.server.ts";
import type { DisabledReason } from "#app/server/webhooks/endpoint-health.server.ts";
import { mailOwners } from "#app/server/webhooks/endpoint-mail.server.ts";
import type { LockedEndpoint } from "#app/server/webhooks/endpoint-store.server.ts";

/** Sends nothing more to an endpoint and keeps every event for it. Unless its creditor did this, its owners get a mail. */
export async function disableEndpoint(
  tx: Transaction,
  endpoint: LockedEndpoint,
  order: { readonly reason: DisabledReason; readonly actor: string; readonly now: Date },
): Promise<void> {
  const { reason, actor, now } = order;
  const data = { status: "disabled", disabledReason: reason } as const;
  await tx.webhookEndpoint.update({ where: { id: endpoint.id }, data, select: { id: true } });
  await holdDeliveries(tx, endpoint.id);
  if (reason !== "by_creditor") await mailOwners(tx, endpoint, { news: reason, now });
  const note = { at: now, actor, action: "webhook_endpoint.disabled", subject: endpoint.id, data: { reason } };
  appendAudit(tx, endpoint.creditorId, note);
}
