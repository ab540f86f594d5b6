import type { Allocation } from "#app/domain/account.ts";
import { INTEREST_RATES } from "#app/domain/law/interest-rates.ts";
import type { LedgerEntry } from "#app/domain/ledger.ts";
import { type Statement, statementAsOf } from "#app/domain/statement.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { ClaimRecord } from "./claim-record.server.ts";
import { loadLedger } from "./ledger-store.server.ts";

export type EntryPreview = {
  readonly before: Statement;
  readonly after: Statement;
  /** Where the entry would go. */
  readonly allocation: Allocation | null;
};

/** What a fact would do to a claim as of today, were it booked; nothing is. */
export async function previewEntry(
  tx: Transaction,
  { clock }: Pick<Services, "clock">,
  { claim, entry }: { claim: ClaimRecord; entry: LedgerEntry },
): Promise<EntryPreview> {
  const entries = await loadLedger(tx, claim);
  const input = { terms: claim.terms, asOf: clock.today(), rates: INTEREST_RATES };
  const after = statementAsOf({ ...input, entries: [...entries, entry] });
  const allocation = after.entries.find(({ factKey }) => factKey === entry.factKey)?.allocation ?? null;
  return { before: statementAsOf({ ...input, entries }), after, allocation };
}
