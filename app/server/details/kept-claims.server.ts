import { type LocalDate, later } from "#app/domain/calendar.ts";
import { type KeptClaim, type Retention, retentionOf } from "#app/domain/retention.ts";
import { dayInAmsterdam, fromDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";

type Owner = { readonly creditorId: string; readonly debtorId: string };

/** How long what is known of a debtor has to be kept, as of today. */
export async function retentionNow(
  tx: Transaction,
  { clock }: Pick<Services, "clock">,
  { creditorId, debtorId }: Owner,
): Promise<Retention> {
  const claims = await tx.claim.findMany({
    where: { creditorId, debtorId },
    select: {
      status: true,
      createdAt: true,
      updatedAt: true,
      entries: { select: { valueDate: true }, orderBy: { valueDate: "desc" }, take: 1 },
      events: {
        where: { type: { in: ["claim.settled", "claim.closed"] } },
        select: { occurredAt: true },
        orderBy: { sequence: "desc" },
        take: 1,
      },
    },
  });
  const kept = claims.map(({ status, createdAt, updatedAt, entries, events }): KeptClaim => {
    const [entry] = entries;
    const registered = dayInAmsterdam(createdAt);
    const lastBookedOn: LocalDate = entry ? later(fromDateColumn(entry.valueDate), registered) : registered;
    const ended = status === "settled" || status === "closed";
    return { endedOn: ended ? dayInAmsterdam(events[0]?.occurredAt ?? updatedAt) : null, lastBookedOn };
  });
  return retentionOf(kept, clock.today());
}
