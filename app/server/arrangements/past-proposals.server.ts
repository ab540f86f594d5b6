import type { LocalDate } from "#app/domain/calendar.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";

/** How many proposals and counter-offers of a debtor wait for somebody. */
export function countOpenProposals(
  tx: Pick<Transaction, "arrangement">,
  { creditorId, debtorId }: { creditorId: string; debtorId: string },
): Promise<number> {
  return tx.arrangement.count({ where: { creditorId, debtorId, status: { in: ["proposed", "countered"] } } });
}

/** The day on which a proposal over one of these claims was last declined; null when none was. */
export async function lastDeclined(
  tx: Pick<Transaction, "arrangement">,
  { creditorId, claimIds }: { creditorId: string; claimIds: readonly string[] },
): Promise<LocalDate | null> {
  const declined = await tx.arrangement.findFirst({
    where: { creditorId, status: "declined", claims: { some: { claimId: { in: [...claimIds] } } } },
    orderBy: { endedAt: "desc" },
    select: { endedAt: true },
  });
  return declined?.endedAt ? dayInAmsterdam(declined.endedAt) : null;
}
