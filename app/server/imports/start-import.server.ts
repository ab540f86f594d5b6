import { createHash } from "node:crypto";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";

export type ImportOrder = {
  readonly creditorId: string;
  /** Made by the caller: the same id again changes nothing. */
  readonly importId: string;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly dryRun: boolean;
  readonly actor: string;
};

export const LARGEST_IMPORT_BYTES = 20_000_000;

/** Keeps the file and puts it in the queue, where a worker takes it. */
export async function startImport(services: Services, order: ImportOrder): Promise<void> {
  await storeImport(services, order, async () => undefined);
}

/** Keeps the file with its row. `then` runs in the same transaction after a row that is new; otherwise the answer is null. */
export async function storeImport<T>(
  services: Services,
  order: ImportOrder,
  then: (tx: Transaction) => Promise<T>,
): Promise<T | null> {
  const { creditorId, importId, bytes, fileName, dryRun, actor } = order;
  const now = services.clock.now();
  await services.storage.put(importId, bytes);
  return inTransaction(services.database, async (tx) => {
    const sha256 = createHash("sha256").update(bytes).digest();
    const { count } = await tx.import.createMany({
      skipDuplicates: true,
      data: {
        id: importId,
        creditorId,
        format: "ubl",
        fileName: fileName.slice(0, 200),
        storageKey: importId,
        sha256: Uint8Array.from(sha256),
        dryRun,
        createdAt: now,
      },
    });
    if (count === 0) return null;
    const followed = await then(tx);
    const data = { dryRun, sha256: sha256.toString("hex") };
    appendAudit(tx, creditorId, { at: now, actor, action: "import.started", subject: importId, data });
    return followed;
  });
}
