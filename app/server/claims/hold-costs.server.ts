import { addDays, type LocalDate } from "#app/domain/calendar.ts";
import { fromDateColumn, toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";

type Held = {
  readonly claimIds: readonly string[];
  readonly creditorId: string;
  /** Id of the arrangement, dispute or pause that holds, or of the claim itself once it is closed. */
  readonly source: string;
};

/** From the day after, no further costs fall due; what was due that day stays. */
export async function holdClaimCosts(
  tx: Transaction,
  { on, ...held }: Held & { readonly on: LocalDate },
): Promise<void> {
  await hold(tx, { ...held, kind: "costs", fromOn: addDays(on, 1) });
}

/** From the day after, no interest runs. */
export async function holdClaimInterest(
  tx: Transaction,
  { on, ...held }: Held & { readonly on: LocalDate },
): Promise<void> {
  await hold(tx, { ...held, kind: "interest", fromOn: addDays(on, 1) });
}

/** `on` is the last day of every hold of a source; one that had not begun yet never was. */
export async function endClaimHolds(
  tx: Transaction,
  { source, creditorId, on }: Omit<Held, "claimIds"> & { readonly on: LocalDate },
): Promise<void> {
  const holds = await tx.claimHold.findMany({ where: { creditorId, source, toOn: null } });
  for (const { claimId, kind, fromOn } of holds) {
    const where = { claimId_kind_source: { claimId, kind, source } };
    if (fromDateColumn(fromOn) > on) await tx.claimHold.delete({ where });
    else await tx.claimHold.update({ where, data: { toOn: toDateColumn(on) } });
  }
}

async function hold(
  tx: Transaction,
  { claimIds, creditorId, source, kind, fromOn }: Held & { kind: "interest" | "costs"; fromOn: LocalDate },
): Promise<void> {
  await tx.claimHold.createMany({
    skipDuplicates: true,
    data: claimIds.map((claimId) => ({ claimId, creditorId, kind, source, fromOn: toDateColumn(fromOn) })),
  });
}
