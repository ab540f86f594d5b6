import type { Services } from "#app/server/services.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { storableText } from "#app/server/platform/text/storable-text.server.ts";
import { keepLease, leaseImport, type LeasedImport, LeaseLost, releaseImport } from "./import-lease.server.ts";
import { batchesOf } from "./batches-of.server.ts";
import { type FileFault, type ImportSource, UnreadableFile } from "./import-item.server.ts";
import { openSource } from "./import-source.server.ts";
import { nextImport, othersWait } from "./next-import.server.ts";
import { forgetTried } from "./tried-before.server.ts";
import { takeInBatch } from "./take-in-batch.server.ts";

const MOST_ATTEMPTS = 5;

/** After so many rows a creditor lets others go first. */
const TURN_ROWS = 2_500;

/**
 * Runs the import whose turn it is, or takes over one whose worker vanished, for one turn where other creditors wait.
 * Answers how many it ran.
 */
export async function runWaitingImport(services: Services, turnRows = TURN_ROWS): Promise<number> {
  const leased = await inTransaction(services.database, async (tx) => {
    const waiting = await nextImport(tx);
    return waiting === null ? null : leaseImport(tx, waiting);
  });
  if (!leased) return 0;
  await runImport(services, leased, { turnRows });
  return 1;
}

/**
 * Takes in the rows that come after the last one that is done. After a crash the next one goes on where it ended: what was
 * taken in is written down with it.
 */
export async function runImport(
  services: Services,
  leased: LeasedImport,
  { turnRows }: { turnRows: number },
): Promise<void> {
  if (leased.attempts > MOST_ATTEMPTS) return endImport(services, leased, BROKE_OFF);
  const file = leased.storageKey === null ? null : await services.storage.get(leased.storageKey);
  if (!file?.ok) return endImport(services, leased, FILE_GONE);
  const keeper = keepLease(services, leased);
  try {
    const source = openSource(file.value, leased.format);
    if (!leased.counted) await countRows(services, leased, source);
    const done = await takeInRows(services, leased, { source, turnRows });
    if (done) await endImport(services, leased, null);
    else await releaseImport(services, leased);
  } catch (error) {
    if (error instanceof LeaseLost) return;
    if (!(error instanceof UnreadableFile)) throw error;
    await endImport(services, leased, error.fault);
  } finally {
    keeper.stop();
  }
}

type Failure = { readonly code: FileFault["code"] | "broke_off" | "file_gone"; readonly message: string };

const BROKE_OFF: Failure = { code: "broke_off", message: "The import broke off several times." };
const FILE_GONE: Failure = { code: "file_gone", message: "The file is no longer there." };

/** Walks the file once before anything is taken in: a file that is broken half-way leaves nothing behind. */
async function countRows(services: Services, { id, lease }: LeasedImport, source: ImportSource): Promise<void> {
  const total = await source.count();
  await services.database.prisma.import.updateMany({ where: { id, lease }, data: { total, counted: true } });
}

/** True when every row is done; false when others go first. */
async function takeInRows(
  services: Services,
  leased: LeasedImport,
  { source, turnRows }: { source: ImportSource; turnRows: number },
): Promise<boolean> {
  const written = await writtenRows(services, leased);
  let processed = leased.processed;
  for await (const items of batchesOf(source.rowsAfter(leased.processed))) {
    if (processed - leased.processed >= turnRows && (await othersWait(services, leased))) return false;
    const before = processed;
    processed = await takeInBatch(services, { leased, processed, items, written });
    await tellPlanner(services, { before, now: processed });
  }
  return true;
}

/** From here on a table that the planner takes for empty makes each row dearer than the one before. */
const PLANNED_ANEW_AT = [1_000, 10_000, 100_000];

/** The database looks at its tables by itself, but a minute after, and a fresh one is full by then. */
async function tellPlanner(services: Services, { before, now }: { before: number; now: number }): Promise<void> {
  if (!PLANNED_ANEW_AT.some((rows) => before < rows && rows <= now)) return;
  try {
    await services.database.prisma.$executeRaw`SELECT 1 FROM (SELECT count_claims_anew()) AS counted`;
  } catch (error) {
    services.log.info({ err: error }, "the planner was not told of an import: the tables are looked at already");
  }
}

/** Rows that were written down and not done when a worker vanished. */
async function writtenRows(services: Services, { id, processed }: LeasedImport): Promise<Set<number>> {
  const where = { importId: id, row: { gt: processed } };
  const rows = await services.database.prisma.importRow.findMany({ where, select: { row: true } });
  return new Set(rows.map(({ row }) => row));
}

/** Closes the import, unless another process has taken it over meanwhile. */
async function endImport(services: Services, { id, lease }: LeasedImport, failure: Failure | null): Promise<void> {
  await inTransaction(services.database, async (tx) => {
    const { count } = await tx.import.updateMany({
      where: { id, lease },
      data: {
        status: failure === null ? "done" : "failed",
        failure: failure === null ? null : storableText(failure.message),
        failureCode: failure?.code ?? null,
        finishedAt: services.clock.now(),
        lease: null,
        lockedUntil: null,
      },
    });
    if (count === 1) await forgetTried(tx, { importId: id });
  });
}
