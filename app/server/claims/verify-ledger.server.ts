import { statusAfterLedgerChange } from "#app/domain/claim.ts";
import { INTEREST_RATES } from "#app/domain/law/interest-rates.ts";
import { type LedgerEntry, paymentHistories } from "#app/domain/ledger.ts";
import { sum, toDecimal } from "#app/domain/money.ts";
import { type Statement, statementAsOf } from "#app/domain/statement.ts";
import type { Services } from "#app/server/services.server.ts";
import { type ClaimRecord, findClaim } from "./claim-record.server.ts";
import type { LedgerFinding } from "./ledger-finding.server.ts";
import { loadLedger } from "./ledger-store.server.ts";
import { verifyBooks } from "./verify-books.server.ts";

const BATCH = 100;
const BATCH_TIMEOUT_MS = 60_000;

/**
 * Works out every claim anew from its ledger and compares: postings that balance, amounts that add up, a status that
 * follows, events without gaps, payments booked once and in full. No finding means that they agree.
 */
export async function verifyLedger(services: Pick<Services, "database" | "clock">): Promise<LedgerFinding[]> {
  const findings = await verifyBooks(services);
  let after = "";
  for (;;) {
    const batch = await verifyClaims(services, after);
    findings.push(...batch.findings);
    if (batch.last === undefined) return findings;
    after = batch.last;
  }
}

/** The next claims after an id. Each is read with its ledger as they were at one moment, whatever is booked meanwhile. */
async function verifyClaims(
  services: Pick<Services, "database" | "clock">,
  after: string,
): Promise<{ findings: LedgerFinding[]; last: string | undefined }> {
  const asOf = services.clock.today();
  return services.database.prisma.$transaction(
    async (tx) => {
      const rows = await tx.claim.findMany({
        where: { id: { gt: after } },
        orderBy: { id: "asc" },
        take: BATCH,
        select: { id: true, creditorId: true },
      });
      const findings: LedgerFinding[] = [];
      for (const { id: claimId, creditorId } of rows) {
        const claim = await findClaim(tx, { creditorId, claimId });
        if (!claim) continue;
        const entries = await loadLedger(tx, claim);
        const statement = statementAsOf({ terms: claim.terms, entries, asOf, rates: INTEREST_RATES });
        findings.push(...claimFindings(claim, entries, statement));
      }
      return { findings, last: rows.at(-1)?.id };
    },
    { isolationLevel: "RepeatableRead", timeout: BATCH_TIMEOUT_MS },
  );
}

function claimFindings(claim: ClaimRecord, entries: readonly LedgerEntry[], statement: Statement): LedgerFinding[] {
  const findings: LedgerFinding[] = [];
  const expect = (check: string, values: { expected: string; found: string }) => {
    if (values.expected !== values.found) findings.push({ check, subject: claim.id, ...values });
  };
  const { principal, interest, costs, vat, open, credit } = statement;
  const parts = sum([principal.open, interest.open, costs.open, vat.open]);
  expect("open is the sum of its parts", { expected: toDecimal(parts), found: toDecimal(open) });
  expect("nothing is open below zero", { expected: "false", found: String(open < 0n || credit < 0n) });
  // On a closed claim nothing is asked: what comes is the debtor's, and what was open stays in the books.
  const bothStand = open > 0n && credit > 0n && claim.status !== "closed";
  expect("a credit and an open amount exclude each other", { expected: "false", found: String(bothStand) });
  for (const entry of statement.entries) {
    const { costs, vat, interest, principal, credit } = entry.allocation;
    const allocated = sum([costs, vat, interest, principal, credit]);
    if (entry.type !== "payment") continue;
    expect("a payment is allocated whole", { expected: toDecimal(entry.amount), found: toDecimal(allocated) });
  }
  const paidIn = sum(paymentHistories(entries).map(({ payment }) => payment.amount));
  const listed = sum(statement.entries.filter(({ type }) => type === "payment").map(({ amount }) => amount));
  expect("every payment is in the statement", { expected: toDecimal(paidIn), found: toDecimal(listed) });
  // Whether a claim is paused, disputed or arranged is no matter of the ledger; whether it is settled is.
  const holds = { disputed: claim.status === "disputed", paused: claim.status === "paused", arranged: claim.status === "arranged" }; // prettier-ignore
  expect("the status follows from the ledger", {
    expected: statusAfterLedgerChange(claim.status, open, holds),
    found: claim.status,
  });
  return findings;
}
