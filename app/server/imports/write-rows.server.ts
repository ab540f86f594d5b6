import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { insertRows } from "#app/server/platform/database/insert-rows.server.ts";
import { cutWhole } from "#app/server/platform/text/cut-whole.server.ts";
import { storableText } from "#app/server/platform/text/storable-text.server.ts";
import { LEASE_SECONDS, type LeasedImport, LeaseLost } from "./import-lease.server.ts";
import { ROW_RESULTS, type RowFinding, type RowOutcome } from "./import-outcome.server.ts";

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
  const written = rows.map(({ claimId, ...row }) => ({ import_id: id, claim_id: claimId, ...row, ...readable(row) }));
  await insertRows(tx, "import_row", written);
}

const MOST_FIELD = 200;
const MOST_MESSAGE = 500;

/** Names and messages repeat what stands in the file: as the database takes them, and no longer than somebody reads. */
function readable({ source, reference, errors, warnings }: Omit<RowOutcome, "claimId">) {
  const finding = ({ line, field, code, message }: RowFinding) => ({
    line,
    field: cutWhole(storableText(field), MOST_FIELD),
    code,
    message: cutWhole(storableText(message), MOST_MESSAGE),
  });
  return {
    source: source === null ? null : storableText(source),
    reference: reference === null ? null : storableText(reference),
    errors: errors.map(finding),
    warnings: warnings.map(finding),
  };
}
