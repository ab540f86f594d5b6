import type { EventType } from "#app/domain/events.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { isId, newId } from "#app/server/platform/crypto/random-id.server.ts";
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

/** How long the feed shows an event, and so how long it is kept at least. */
export const EVENTS_KEPT_MS = 90 * 24 * 3_600_000;

/**
 * A creditor's events in the order of the feed, oldest first, of the last 90 days. Reading on after the last one skips
 * nothing and repeats nothing, whatever is written meanwhile. An `after` of before those days may be gone by now: all that
 * is there came later. `unknown_event`: `after` names none of this creditor's.
 */
export async function listEvents(
  services: Services,
  page: FeedPage,
): Promise<Result<FeedEvent[], { readonly kind: "unknown_event" }>> {
  const { prisma } = services.database;
  const { creditorId, after, types, limit } = page;
  const last = after === null ? null : await positionOf(services, { creditorId, eventId: after });
  const since = new Date(services.clock.now().getTime() - EVENTS_KEPT_MS);
  if (after !== null && last === null && !isBefore(after, since)) return err({ kind: "unknown_event" });
  const rows = await prisma.event.findMany({
    where: {
      creditorId,
      position: last === null ? { not: null } : { gt: last },
      occurredAt: { gte: since },
      ...(types === undefined ? {} : { type: { in: [...types] } }),
    },
    orderBy: { position: "asc" },
    take: limit,
    select: { id: true, body: true },
  });
  return ok(rows.map(({ id, body }) => ({ id, ...(JSON.parse(body) as Omit<FeedEvent, "id">) })));
}

/** Whether an id was made before that: a reader that found nothing new for so long still goes on with it. */
function isBefore(eventId: string, since: Date): boolean {
  return isId("evt", eventId) && eventId < newId("evt", since, () => new Uint8Array(10));
}

async function positionOf(
  services: Services,
  { creditorId, eventId }: { creditorId: string; eventId: string },
): Promise<bigint | null> {
  const where = { id: eventId, creditorId };
  const event = await services.database.prisma.event.findFirst({ where, select: { position: true } });
  return event?.position ?? null;
}
