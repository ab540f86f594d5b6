import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Breaker } from "#app/server/webhooks/endpoint-breaker.server.ts";
import type { StoredSecrets } from "#app/server/webhooks/endpoint-secrets.server.ts";
import type { DisabledReason, EndpointHealth } from "#app/server/webhooks/endpoint-health.server.ts";
import type { EventChoice } from "#app/server/webhooks/subscription.server.ts";
import type { SignatureScheme } from "#app/server/webhooks/signing-secret.server.ts";

/** A webhook endpoint as its creditor sees it: everything but its secrets. */
export type Endpoint = {
  readonly id: string;
  readonly url: string;
  readonly events: readonly EventChoice[];
  readonly description: string;
  readonly signature: SignatureScheme;
  readonly status: "enabled" | "disabled";
  readonly disabledReason: DisabledReason | null;
  readonly failingSince: Date | null;
  readonly consecutiveFailures: number;
  /** It failed too often: until then nothing goes to it, then one attempt at a time; null: all goes. */
  readonly breakerOpenUntil: Date | null;
  /** Until when the secret before the last rotation signs along. */
  readonly previousSecretUntil: Date | null;
  readonly createdAt: Date;
};

export type EndpointScope = { readonly creditorId: string; readonly endpointId: string };

/** An endpoint that nobody else changes until the transaction ends. */
export type LockedEndpoint = EndpointHealth &
  Breaker & {
    readonly id: string;
    readonly creditorId: string;
    readonly url: string;
    readonly receives: boolean;
  };

const columns = {
  id: true,
  url: true,
  events: true,
  description: true,
  signature: true,
  status: true,
  disabledReason: true,
  failingSince: true,
  consecutiveFailures: true,
  breakerOpenUntil: true,
  previousSecretUntil: true,
  createdAt: true,
} as const;

/** Reads an endpoint of this creditor, or null: somebody else's or a deleted one is as absent as one that never was. */
export async function findEndpoint(tx: Transaction, scope: EndpointScope): Promise<Endpoint | null> {
  const where = { id: scope.endpointId, creditorId: scope.creditorId, deletedAt: null };
  const row = await tx.webhookEndpoint.findFirst({ where, select: columns });
  return row && toEndpoint(row);
}

type RegisteredRow = {
  readonly endpoint: Endpoint;
  readonly secrets: StoredSecrets;
  /** What made its present secret; null: its registration. */
  readonly rotationId: string | null;
  readonly deleted: boolean;
};

/** An endpoint that was ever registered, also one that is deleted by now, with its sealed secrets; or null. */
export async function findRegistered(tx: Transaction, scope: EndpointScope): Promise<RegisteredRow | null> {
  const where = { id: scope.endpointId, creditorId: scope.creditorId };
  const select = { ...columns, secret: true, previousSecret: true, rotationId: true, deletedAt: true };
  const row = await tx.webhookEndpoint.findFirst({ where, select });
  if (!row) return null;
  const { secret, previousSecret, rotationId, deletedAt, ...endpoint } = row;
  const secrets = { secret, previousSecret, previousSecretUntil: endpoint.previousSecretUntil };
  return { endpoint: toEndpoint(endpoint), secrets, rotationId, deleted: deletedAt !== null };
}

/** A creditor's endpoints, newest first, from the one after `after` on. */
export async function findEndpoints(
  tx: Transaction,
  page: { readonly creditorId: string; readonly limit: number; readonly after?: string | undefined },
): Promise<Endpoint[]> {
  const rows = await tx.webhookEndpoint.findMany({
    where: { creditorId: page.creditorId, deletedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: page.limit,
    ...(page.after === undefined ? {} : { cursor: { id: page.after }, skip: 1 }),
    select: columns,
  });
  return rows.map(toEndpoint);
}

/**
 * Holds an endpoint of this creditor until the transaction ends; null when it is not there. A deleted one is found too,
 * as an attempt to reach it may still be under way, but it receives nothing any more.
 */
export async function lockEndpoint(tx: Transaction, scope: EndpointScope): Promise<LockedEndpoint | null> {
  const rows = await tx.$queryRaw<LockedEndpoint[]>`
    SELECT id, creditor_id AS "creditorId", url, status = 'enabled' AND deleted_at IS NULL AS receives,
      failing_since AS "failingSince", consecutive_failures AS "consecutiveFailures", failure_notice_at AS "failureNoticeAt",
      breaker_open_until AS "breakerOpenUntil", breaker_trips AS "breakerTrips", breaker_counts_from AS "breakerCountsFrom"
    FROM webhook_endpoint WHERE id = ${scope.endpointId} AND creditor_id = ${scope.creditorId} FOR NO KEY UPDATE`;
  return rows[0] ?? null;
}

export async function saveHealth(tx: Transaction, id: string, health: EndpointHealth): Promise<void> {
  const { failingSince, consecutiveFailures, failureNoticeAt } = health;
  const data = { failingSince, consecutiveFailures, failureNoticeAt };
  await tx.webhookEndpoint.update({ where: { id }, data, select: { id: true } });
}

type Row = Omit<Endpoint, "events" | "disabledReason"> & { events: string[]; disabledReason: string | null };

/** Only choices and reasons that we know were ever stored. */
function toEndpoint(row: Row): Endpoint {
  const disabledReason = row.disabledReason as DisabledReason | null;
  return { ...row, events: row.events as EventChoice[], disabledReason };
}
