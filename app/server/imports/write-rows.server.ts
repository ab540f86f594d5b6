import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { insertRows } from "#app/server/platform/database/insert-rows.server.ts";
import { LEASE_SECONDS, type LeasedImport, LeaseLost } from "./import-lease.server.ts";
import { ROW_RESULTS, type RowOutcome } from "./import-outcome.server.ts";

type Writing = {
  readonly leased: LeasedImport;
  readonly rows: readonly RowOutcome[];
  /** The last row that needs nothing more. */
  readonly processed: number;
};

/**
 * Writes down what became of rows, counts them, and how far the import is, in the transaction that takes them in. Throws
 * `LeaseLost`, and so undoes all of it, when somebody else has the import.
 */
export async function writeRows(tx: Transaction, { leased, rows, processed }: Writing): Promise<void> {
  const { id, lease } = leased;
  const count = (result: RowOutcome["result"]) => rows.filter((row) => row.result === result).length;
  const [created, unchanged, credited, failed] = ROW_RESULTS.map(count);
  const held = await tx.$executeRaw`
    UPDATE import SET created = created + ${created}, unchanged = unchanged + ${unchanged},
      credited = credited + ${credited}, failed = failed + ${failed}, processed = ${processed}, attempts = 0,
      locked_until = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE id = ${id} AND lease = ${lease}::uuid`;
  if (held === 0) throw new LeaseLost();
  const written = rows.map(({ claimId, ...row }) => ({ import_id: id, claim_id: claimId, ...row }));
  await insertRows(tx, "import_row", written);
}
