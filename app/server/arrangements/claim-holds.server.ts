import type { LocalDate } from "#app/domain/calendar.ts";
import { endClaimHolds, holdClaimCosts, holdClaimInterest } from "#app/server/claims/hold-costs.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { ArrangementRecord } from "./arrangement-record.server.ts";

type Held = Pick<ArrangementRecord, "id" | "creditorId" | "claimIds">;

/** From the day after, no further costs fall due, while somebody decides and while the plan runs. */
export async function holdCosts(tx: Transaction, { id: source, ...held }: Held, on: LocalDate): Promise<void> {
  await holdClaimCosts(tx, { ...held, source, on });
}

/** From the day after acceptance no interest runs while the plan does. */
export async function freezeInterest(
  tx: Transaction,
  { id: source, ...held }: Held,
  acceptedOn: LocalDate,
): Promise<void> {
  await holdClaimInterest(tx, { ...held, source, on: acceptedOn });
}

/** `on` is the last day of every hold of an arrangement. */
export async function endHolds(tx: Transaction, { id: source, creditorId }: Held, on: LocalDate): Promise<void> {
  await endClaimHolds(tx, { source, creditorId, on });
}
