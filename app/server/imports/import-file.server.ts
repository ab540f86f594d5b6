import { err, ok, type Result } from "#app/domain/result.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { findImportDetails, type ImportDetails } from "./import-details.server.ts";
import { leaseImport } from "./import-lease.server.ts";
import { runImport } from "./run-import.server.ts";
import { type ImportOrder, type ImportRefusal, queueImport, receiveImport } from "./start-import.server.ts";

export type FileImportRefusal = ImportRefusal | { readonly kind: "creditor_not_found" };

/** Takes a file in at once, without a worker, and answers what became of it. */
export async function importFile(
  services: Services,
  order: ImportOrder,
): Promise<Result<ImportDetails, FileImportRefusal>> {
  const { creditorId, fileName, dryRun, actor } = order;
  const { prisma } = services.database;
  const creditor = await prisma.creditor.findUnique({ where: { id: creditorId }, select: { id: true } });
  if (!creditor) return err({ kind: "creditor_not_found" });
  const stored = await receiveImport(services, order);
  if (!stored.ok) return stored;

  const importId = newId("imp", services.clock.now());
  const queued = { ...stored.value, creditorId, importId, fileName, dryRun, actor };
  const leased = await queueImport(services, queued, (tx) => leaseImport(tx, importId));
  if (leased === null) throw new Error("an import with a new id was there already");
  await runImport(services, leased, { turnRows: Infinity });
  const details = await findImportDetails(prisma, { creditorId, importId });
  if (!details) throw new Error("an import vanished");
  return ok(details);
}
