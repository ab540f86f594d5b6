import type { EventType } from "#app/domain/events.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Services } from "#app/server/services.server.ts";

/** An event as it is pulled: its id and the very fields that a webhook carries. */
export type FeedEvent = {
  readonly id: string;
  readonly type: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
};

export type FeedPage = {
  readonly creditorId: string;
  /** Id of the last event that the reader has; null: from the oldest on. */
  readonly after: string | null;
  readonly types?: readonly EventType[] | undefined;
  readonly limit: number;
};

const KEPT_MS = 90 * 24 * 3_600_000;

/**
 * A creditor's events in the order of the feed, oldest first, of the last 90 days. Reading on after the last one skips
 * nothing and repeats nothing, whatever is written meanwhile. `unknown_event`: `after` names none of this creditor's.
 */
export async function listEvents(
  services: Services,
  page: FeedPage,
): Promise<Result<FeedEvent[], { readonly kind: "unknown_event" }>> {
  const { prisma } = services.database;
  const { creditorId, after, types, limit } = page;
  const last = after === null ? null : await positionOf(services, { creditorId, eventId: after });
  if (after !== null && last === null) return err({ kind: "unknown_event" });
  const rows = await prisma.event.findMany({
    where: {
      creditorId,
      position: last === null ? { not: null } : { gt: last },
      occurredAt: { gte: new Date(services.clock.now().getTime() - KEPT_MS) },
      ...(types === undefined ? {} : { type: { in: [...types] } }),
    },
    orderBy: { position: "asc" },
    take: limit,
    select: { id: true, body: true },
  });
  return ok(rows.map(({ id, body }) => ({ id, ...(JSON.parse(body) as Omit<FeedEvent, "id">) })));
}

async function positionOf(
  services: Services,
  { creditorId, eventId }: { creditorId: string; eventId: string },
): Promise<bigint | null> {
  const where = { id: eventId, creditorId };
  const event = await services.database.prisma.event.findFirst({ where, select: { position: true } });
  return event?.position ?? null;
}
