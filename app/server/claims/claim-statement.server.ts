import type { LocalDate } from "#app/domain/calendar.ts";
import { INTEREST_RATES } from "#app/domain/law/interest-rates.ts";
import { type Statement, statementAsOf } from "#app/domain/statement.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { ClaimRecord } from "./claim-record.server.ts";
import { loadLedger } from "./ledger-store.server.ts";

/** The amounts of a claim as of the end of a day, from its ledger alone. */
export async function claimStatement(tx: Transaction, claim: ClaimRecord, asOf: LocalDate): Promise<Statement> {
  const entries = await loadLedger(tx, claim);
  return statementAsOf({ terms: claim.terms, entries, asOf, rates: INTEREST_RATES });
}

/** As `claimStatement`, of several claims in their order. One after another: a transaction has one connection. */
export async function claimStatements(
  tx: Transaction,
  claims: readonly ClaimRecord[],
  asOf: LocalDate,
): Promise<Statement[]> {
  const statements: Statement[] = [];
  for (const claim of claims) statements.push(await claimStatement(tx, claim, asOf));
  return statements;
}
