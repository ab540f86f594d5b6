import { randomUUID } from "node:crypto";
import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { RowOutcome } from "./import-outcome.server.ts";
import { takeInUbl } from "./take-in-ubl.server.ts";

/** An import that is ours while its lease lasts: only its holder may write down how it ended. */
type LeasedImport = {
  readonly id: string;
  readonly creditorId: string;
  readonly storageKey: string;
  readonly dryRun: boolean;
  readonly attempts: number;
  readonly lease: string;
};

const LEASE_SECONDS = 60;
const MOST_ATTEMPTS = 5;

/** Runs the import that waits longest, or takes over one whose worker vanished. Answers how many it ran. */
export async function runWaitingImport(services: Services): Promise<number> {
  const leased = await inTransaction(services.database, async (tx) => {
    const [waiting] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM import
      WHERE status = 'queued' OR (status = 'running' AND (locked_until IS NULL OR locked_until <= now()))
      ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED`;
    return waiting ? leaseImport(tx, waiting.id) : null;
  });
  if (!leased) return 0;
  await runImport(services, leased);
  return 1;
}

/** Takes an import for this process. Called inside a transaction that holds its row. */
export async function leaseImport(tx: Transaction, id: string): Promise<LeasedImport> {
  const lease = randomUUID();
  await tx.$executeRaw`
    UPDATE import SET status = 'running', attempts = attempts + 1, lease = ${lease}::uuid,
      locked_until = now() + make_interval(secs => ${LEASE_SECONDS}) WHERE id = ${id}`;
  const columns = { id: true, creditorId: true, storageKey: true, dryRun: true, attempts: true } as const;
  return { ...(await tx.import.findUniqueOrThrow({ where: { id }, select: columns })), lease };
}

/**
 * Takes in the rows that have no outcome yet. After a crash the next one goes on where it ended: a row that was taken in
 * but not written down is found unchanged.
 */
export async function runImport(services: Services, leased: LeasedImport): Promise<void> {
  const { id: importId, creditorId, dryRun } = leased;
  if (leased.attempts > MOST_ATTEMPTS) return endImport(services, leased, "The import broke off several times.");
  const file = await services.storage.get(leased.storageKey);
  if (!file.ok) return endImport(services, leased, "The file is no longer there.");

  const row = 1;
  const done = await services.database.prisma.importRow.findUnique({ where: { importId_row: { importId, row } } });
  if (!done) {
    const bytes = await file.value.bytes();
    const outcome = await takeInUbl(services, bytes, { creditorId, dryRun, actor: `import:${importId}` });
    crashPoint("import:row-taken-in");
    await writeRow(services, { importId, row, outcome });
  }
  await endImport(services, leased, null);
}

async function writeRow(
  services: Services,
  { importId, row, outcome }: { importId: string; row: number; outcome: RowOutcome },
): Promise<void> {
  const { result, line, reference, claimId, errors, warnings } = outcome;
  await services.database.prisma.importRow.createMany({
    skipDuplicates: true,
    data: { importId, row, line, reference, result, claimId, errors: [...errors], warnings: [...warnings] },
  });
}

/** Counts the rows and closes the import, unless another process has taken it over meanwhile. */
async function endImport(services: Services, leased: LeasedImport, failure: string | null): Promise<void> {
  await inTransaction(services.database, async (tx) => {
    const rows = await tx.importRow.groupBy({ by: ["result"], where: { importId: leased.id }, _count: true });
    const count = (result: RowOutcome["result"]) => rows.find((row) => row.result === result)?._count ?? 0;
    await tx.import.updateMany({
      where: { id: leased.id, lease: leased.lease },
      data: {
        status: failure === null ? "done" : "failed",
        failure,
        total: rows.reduce((all, row) => all + row._count, 0),
        created: count("created"),
        unchanged: count("unchanged"),
        failed: count("failed"),
        finishedAt: services.clock.now(),
        lease: null,
        lockedUntil: null,
      },
    });
  });
}
