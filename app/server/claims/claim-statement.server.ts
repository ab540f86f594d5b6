import type { LocalDate } from "#app/domain/calendar.ts";
import { INTEREST_RATES } from "#app/domain/law/interest-rates.ts";
import { type Cents, ZERO } from "#app/domain/money.ts";
import { type Statement, statementAsOf } from "#app/domain/statement.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { ClaimRecord } from "./claim-record.server.ts";
import { loadLedger } from "./ledger-store.server.ts";

/** The amounts of a claim as of the end of a day, from its ledger alone. */
export async function claimStatement(tx: Transaction, claim: ClaimRecord, asOf: LocalDate): Promise<Statement> {
  const entries = await loadLedger(tx, claim);
  return statementAsOf({ terms: claim.terms, entries, asOf, rates: INTEREST_RATES });
}

/** What is overpaid on each of some claims at the end of a day, in cents, by the claim's id. */
export async function creditsOfClaims(
  tx: Transaction,
  claims: readonly ClaimRecord[],
  asOf: LocalDate,
): Promise<ReadonlyMap<string, Cents>> {
  const statements = await claimStatements(tx, claims, asOf);
  return new Map(claims.map(({ id }, index) => [id, statements[index]?.credit ?? ZERO]));
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
