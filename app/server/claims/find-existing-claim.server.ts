import type { LocalDate } from "#app/domain/calendar.ts";
import type { Statement } from "#app/domain/statement.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { findClaim } from "./claim-record.server.ts";
import { claimStatement } from "./claim-statement.server.ts";

export type ClaimOpening = {
  readonly claimId: string;
  readonly fingerprint: Uint8Array;
  readonly invoiceIds: readonly string[];
  readonly statement: Statement;
};

/** The claim that a creditor already has under a reference, with today's amounts. */
export async function loadClaimOpening(
  tx: Transaction,
  { creditorId, reference, today }: { creditorId: string; reference: string; today: LocalDate },
): Promise<ClaimOpening | null> {
  const row = await tx.claim.findFirst({
    where: { creditorId, reference },
    select: { id: true, fingerprint: true, invoices: { select: { id: true }, orderBy: { id: "asc" } } },
  });
  const claim = row && (await findClaim(tx, { creditorId, claimId: row.id }));
  if (!row || !claim) return null;
  const statement = await claimStatement(tx, claim, today);
  return { claimId: row.id, fingerprint: row.fingerprint, invoiceIds: row.invoices.map(({ id }) => id), statement };
}
