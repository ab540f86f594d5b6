import { err, ok, type Result } from "#app/domain/result.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { findImportDetails, type ImportDetails } from "./import-details.server.ts";
import { leaseImport, runImport } from "./run-import.server.ts";
import { LARGEST_IMPORT_BYTES, storeImport } from "./start-import.server.ts";

export type FileImport = {
  readonly creditorId: string;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly dryRun: boolean;
  readonly actor: string;
};

export type FileImportRefusal =
  { readonly kind: "creditor_not_found" } | { readonly kind: "file_too_large"; readonly largestBytes: number };

/** Takes a file in at once, without a worker, and answers what became of it. */
export async function importFile(
  services: Services,
  file: FileImport,
): Promise<Result<ImportDetails, FileImportRefusal>> {
  const { creditorId } = file;
  const { prisma } = services.database;
  const creditor = await prisma.creditor.findUnique({ where: { id: creditorId }, select: { id: true } });
  if (!creditor) return err({ kind: "creditor_not_found" });
  if (file.bytes.length > LARGEST_IMPORT_BYTES)
    return err({ kind: "file_too_large", largestBytes: LARGEST_IMPORT_BYTES });

  const importId = newId("imp", services.clock.now());
  const leased = await storeImport(services, { ...file, importId }, (tx) => leaseImport(tx, importId));
  if (leased === null) throw new Error("an import with a new id was there already");
  await runImport(services, leased);
  const details = await findImportDetails(prisma, { creditorId, importId });
  if (!details) throw new Error("an import vanished");
  return ok(details);
}
