import { statementJson, type StatementJson } from "#app/domain/statement-json.ts";
import type { ClaimBody } from "#app/server/claims/claim-body.server.ts";
import type { Registered } from "#app/server/claims/register-claim.server.ts";
import { warningsJson } from "./intake-json.server.ts";

/**
 * What a claim would be. Where it has no ids yet, claim and invoices are named by `ref:` and the creditor's own
 * reference, as everywhere where an id is taken.
 */
export function triedClaimJson(body: ClaimBody, tried: Registered) {
  const { claimId, statement, invoiceIds, warnings } = tried;
  const numbers = new Map(invoiceIds.map((id, index) => [id, body.invoices[index]?.number]));
  return {
    dryRun: true,
    ...body,
    description: body.description ?? "",
    status: "open",
    statement: claimId === null ? withOwnNames(statementJson(`ref:${body.reference}`, statement), numbers) : statementJson(claimId, statement), // prettier-ignore
    warnings: warningsJson(warnings),
  };
}

function withOwnNames(statement: StatementJson, numbers: ReadonlyMap<string, string | undefined>): StatementJson {
  const lines = statement.interest.lines.map((line) => ({
    ...line,
    invoice: `ref:${numbers.get(line.invoice) ?? ""}`,
  }));
  return { ...statement, interest: { ...statement.interest, lines } };
}
