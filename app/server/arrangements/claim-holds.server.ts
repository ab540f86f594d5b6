import { addDays, type LocalDate } from "#app/domain/calendar.ts";
import { fromDateColumn, toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { ArrangementRecord } from "./arrangement-record.server.ts";

type Held = Pick<ArrangementRecord, "id" | "creditorId" | "claimIds">;

/** From the day after, no further costs fall due, while somebody decides and while the plan runs; what was due that day stays. */
export async function holdCosts(tx: Transaction, held: Held, on: LocalDate): Promise<void> {
  await hold(tx, held, { kind: "costs", fromOn: addDays(on, 1) });
}

/** From the day after acceptance no interest runs while the plan does. */
export async function freezeInterest(tx: Transaction, held: Held, acceptedOn: LocalDate): Promise<void> {
  await hold(tx, held, { kind: "interest", fromOn: addDays(acceptedOn, 1) });
}

/** `on` is the last day of every hold of an arrangement; one that had not begun yet never was. */
export async function endHolds(tx: Transaction, { id: source, creditorId }: Held, on: LocalDate): Promise<void> {
  const holds = await tx.claimHold.findMany({ where: { creditorId, source, toOn: null } });
  for (const { claimId, kind, fromOn } of holds) {
    const where = { claimId_kind_source: { claimId, kind, source } };
    if (fromDateColumn(fromOn) > on) await tx.claimHold.delete({ where });
    else await tx.claimHold.update({ where, data: { toOn: toDateColumn(on) } });
  }
}

async function hold(
  tx: Transaction,
  { id: source, creditorId, claimIds }: Held,
  { kind, fromOn }: { kind: "interest" | "costs"; fromOn: LocalDate },
): Promise<void> {
  await tx.claimHold.createMany({
    skipDuplicates: true,
    data: claimIds.map((claimId) => ({ claimId, creditorId, kind, source, fromOn: toDateColumn(fromOn) })),
  });
}
