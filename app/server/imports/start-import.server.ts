import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { DocumentContent } from "#app/server/platform/storage/document-storage.server.ts";
import type { ReceivedFile, TooLarge } from "#app/server/platform/storage/receive-file.server.ts";
import { cutWhole } from "#app/server/platform/text/cut-whole.server.ts";
import { storableText } from "#app/server/platform/text/storable-text.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { IMPORT_FORMATS, type ImportFormat, LARGEST_IMPORT_BYTES, sniffFormat } from "./import-format.server.ts";
import { dropReceivedFile, keepReceivedFile, receiveImportFile } from "./received-files.server.ts";

export type ImportOrder = {
  readonly creditorId: string;
  /** Read to its end once, piece by piece. */
  readonly content: DocumentContent;
  readonly fileName: string;
  readonly dryRun: boolean;
  readonly actor: string;
};

export type ImportRefusal = TooLarge | { readonly kind: "file_empty" };

/** Keeps the file, tells by its content what it is, and puts it in the queue, where a worker takes it. */
export async function startImport(
  services: Services,
  order: ImportOrder,
): Promise<Result<{ importId: string; format: ImportFormat }, ImportRefusal>> {
  const stored = await receiveImport(services, order);
  if (!stored.ok) return stored;
  const { creditorId, fileName, dryRun, actor } = order;
  const { file, format } = stored.value;
  const importId = newId("imp", services.clock.now());
  await queueImport(services, { creditorId, importId, file, format, fileName, dryRun, actor }, async () => null);
  return ok({ importId, format });
}

/** Stores a file that may be any of those that can be imported. */
export async function receiveImport(
  services: Services,
  { creditorId, content, fileName }: Pick<ImportOrder, "creditorId" | "content" | "fileName">,
): Promise<Result<{ file: ReceivedFile; format: ImportFormat }, ImportRefusal>> {
  const received = await receiveImportFile(services, { creditorId, content, largestBytes: LARGEST_IMPORT_BYTES });
  if (!received.ok) return received;
  const file = received.value;
  const format = sniffFormat(file.head, fileName);
  const { largestBytes } = IMPORT_FORMATS[format];
  if (file.size > 0 && file.size <= largestBytes) return ok({ file, format });
  await dropReceivedFile(services, file.storageKey);
  return err(file.size === 0 ? { kind: "file_empty" } : { kind: "file_too_large", largestBytes });
}

export type StoredImport = {
  readonly creditorId: string;
  /** Made by the caller: the same id again changes nothing. */
  readonly importId: string;
  readonly file: ReceivedFile;
  readonly format: ImportFormat;
  readonly fileName: string;
  readonly dryRun: boolean;
  readonly actor: string;
};

/** Puts a stored file in the queue. `then` runs in the same transaction after a row that is new; otherwise the answer is null. */
export async function queueImport<T>(
  services: Services,
  order: StoredImport,
  then: (tx: Transaction) => Promise<T>,
): Promise<T | null> {
  const { creditorId, importId, file, format, fileName, dryRun, actor } = order;
  const now = services.clock.now();
  const queued = await inTransaction(services.database, async (tx) => {
    const { count } = await tx.import.createMany({
      skipDuplicates: true,
      data: {
        id: importId,
        creditorId,
        format,
        fileName: cutWhole(storableText(fileName), 200),
        storageKey: file.storageKey,
        size: file.size,
        sha256: Uint8Array.from(Buffer.from(file.sha256, "hex")),
        dryRun,
        createdAt: now,
      },
    });
    if (count === 0) return null;
    await keepReceivedFile(tx, file.storageKey);
    const followed = await then(tx);
    const data = { dryRun, format, sha256: file.sha256 };
    appendAudit(tx, creditorId, { at: now, actor, action: "import.started", subject: importId, data });
    return { followed };
  });
  if (queued) return queued.followed;
  await dropReceivedFile(services, file.storageKey);
  return null;
}
