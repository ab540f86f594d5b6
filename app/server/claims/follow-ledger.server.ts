import { type ClaimHolds, type ClaimStatus, statusAfterLedgerChange } from "#app/domain/claim.ts";
import { toDecimal } from "#app/domain/money.ts";
import type { Statement } from "#app/domain/statement.ts";
import type { NewEvent } from "#app/server/events/append-event.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { ClaimRecord } from "./claim-record.server.ts";
import { claimHolds } from "./refresh-claim-status.server.ts";

/** The statements of one day, without and with what was booked just now. */
export type LedgerChange = { readonly before: Statement; readonly after: Statement; readonly at: Date };

/**
 * Lets a claim follow its ledger after a booking: sets its status and the time of its last change, and answers
 * `claim.settled` or `claim.reopened` for the caller to append after its own events. The caller holds the claim's lock
 * and read `claim` under it.
 */
export async function followLedger(
  tx: Transaction,
  claim: Pick<ClaimRecord, "id" | "creditorId" | "status">,
  { before, after, at }: LedgerChange,
): Promise<NewEvent[]> {
  const holds = claim.status === "settled" ? await claimHolds(tx, claim) : holdsOf(claim.status);
  const status = statusAfterLedgerChange(claim.status, after.open, holds);
  await tx.claim.update({ where: { id: claim.id }, data: { status, updatedAt: at } });
  if (status === claim.status) return [];
  const data = { open: toDecimal(after.open), openBefore: toDecimal(before.open), credit: toDecimal(after.credit) };
  return [{ type: status === "settled" ? "claim.settled" : "claim.reopened", occurredAt: at, data }];
}

function holdsOf(status: ClaimStatus): ClaimHolds {
  return { disputed: status === "disputed", paused: status === "paused", arranged: status === "arranged" };
}
