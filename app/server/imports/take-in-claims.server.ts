import { sum, toDecimal } from "#app/domain/money.ts";
import type { Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { intakeWarnings } from "#app/server/claims/intake-findings.server.ts";
import { registerClaims, type RegisteredOne, type RegistrationRefusal } from "#app/server/claims/register-claims.server.ts"; // prettier-ignore
import { registrationErrors } from "#app/server/claims/registration-errors.server.ts";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { LeasedImport } from "./import-lease.server.ts";
import type { RowOutcome } from "./import-outcome.server.ts";
import type { PreparedClaim, PreparedRefusal } from "./prepare-row.server.ts";
import { storeImportedDocuments } from "./store-imported-documents.server.ts";
import { noteTriedClaims, triedClaims } from "./tried-before.server.ts";
import { writeRows } from "./write-rows.server.ts";

type Batch = {
  readonly leased: LeasedImport;
  /** How far the import was before. */
  readonly processed: number;
  readonly rows: readonly (PreparedClaim | PreparedRefusal)[];
  /** Rows that were written down before a crash; only their documents may be missing. */
  readonly written: ReadonlySet<number>;
};

/**
 * Takes in some rows: their claims, what became of each and how far the import is, in one transaction, so that it is all
 * there or none of it. Documents follow; until they are there the rows count as not done. Answers how far the import is.
 */
export async function takeInClaims(services: Services, batch: Batch): Promise<number> {
  const { leased, rows, written } = batch;
  const last = rows.at(-1)?.row ?? batch.processed;
  const withDocuments = !leased.dryRun && rows.some((row) => row.kind === "claim" && row.documents.length > 0);

  const outcomes = await inTransaction(services.database, async (tx) => {
    const registered = await registerRows(tx, services, batch);
    crashPoint("import:in-batch");
    const news = registered.filter(({ row }) => !written.has(row));
    await writeRows(tx, { leased, rows: news, processed: withDocuments ? batch.processed : last });
    if (leased.dryRun) await noteTriedClaims(tx, { importId: leased.id, claims: wouldBeCreated(rows, news) });
    return registered;
  });
  crashPoint("import:row-taken-in");
  if (!withDocuments) return last;

  for (const [index, row] of rows.entries()) {
    const claimId = outcomes[index]?.claimId ?? null;
    if (row.kind === "claim" && claimId !== null) await storeDocuments(services, { leased, row, claimId });
  }
  await inTransaction(services.database, (tx) => writeRows(tx, { leased, rows: [], processed: last }));
  return last;
}

function wouldBeCreated(rows: Batch["rows"], outcomes: readonly RowOutcome[]): PreparedClaim[] {
  const created = new Set(outcomes.filter(({ result }) => result === "created").map(({ row }) => row));
  return rows.flatMap((row) => (row.kind === "claim" && created.has(row.row) ? [row] : []));
}

async function storeDocuments(
  services: Services,
  { leased, row, claimId }: { leased: LeasedImport; row: PreparedClaim; claimId: string },
): Promise<void> {
  const { creditorId } = leased;
  const invoice = await services.database.prisma.invoice.findFirst({ where: { creditorId, claimId }, orderBy: { id: "asc" }, select: { id: true } }); // prettier-ignore
  await storeImportedDocuments(services, { creditorId, claimId, invoiceId: invoice?.id ?? null, documents: row.documents }); // prettier-ignore
}

async function registerRows(tx: Transaction, services: Services, { leased, rows }: Batch): Promise<RowOutcome[]> {
  const { id, creditorId, dryRun } = leased;
  const claims = rows.flatMap((row) => (row.kind === "claim" ? [row] : []));
  const bodies = claims.map(({ body }) => body);
  const tried = dryRun ? { tried: await triedClaims(tx, { importId: id, bodies }) } : {};
  const registered = claims.length === 0 ? [] : await registerClaims(tx, services.clock, { creditorId, claims, dryRun, ...tried }); // prettier-ignore
  const outcomes = new Map(claims.map((row, index) => [row.row, registered[index]]));

  const created = registered.flatMap((outcome) => (outcome.ok && outcome.value.result === "created" ? [outcome.value] : [])); // prettier-ignore
  if (!dryRun && created.length > 0) {
    const principal = toDecimal(sum(created.map((claim) => claim.principal)));
    const data = { claims: created.length, principal, from: rows[0]?.row ?? 0, to: rows.at(-1)?.row ?? 0 };
    appendAudit(tx, creditorId, { at: services.clock.now(), actor: `import:${id}`, action: "claims.registered", subject: id, data }); // prettier-ignore
  }
  return rows.map((row) => {
    const outcome = outcomes.get(row.row);
    return row.kind === "claim" && outcome ? outcomeOf(row, outcome, dryRun) : failed(row);
  });
}

function outcomeOf(
  row: PreparedClaim,
  outcome: Result<RegisteredOne, RegistrationRefusal>,
  dryRun: boolean,
): RowOutcome {
  if (!outcome.ok) {
    const errors = registrationErrors(outcome.error, row.body);
    return { ...failed(row), errors: errors.map(({ path, code, message }) => ({ ...row.placeOf(path), code, message })) }; // prettier-ignore
  }
  const { result, claimId, fingerprint } = outcome.value;
  const noted = intakeWarnings(outcome.value.warnings).map(({ path, code, message }) => ({ ...row.placeOf(path), code, message })); // prettier-ignore
  const tried = dryRun && result === "created";
  return { ...failed(row), result, claimId, fingerprint: tried ? fingerprint : null, warnings: [...row.warnings, ...noted] }; // prettier-ignore
}

function failed(row: PreparedClaim | PreparedRefusal): RowOutcome {
  const { line, source, reference, warnings } = row;
  const errors = row.kind === "refused" ? row.errors : [];
  return { row: row.row, line, source, reference, result: "failed", claimId: null, fingerprint: null, errors, warnings }; // prettier-ignore
}
