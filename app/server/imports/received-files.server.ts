import type { Result } from "#app/domain/result.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { DocumentContent } from "#app/server/platform/storage/document-storage.server.ts";
import { type ReceivedFile, receiveFile, type TooLarge } from "#app/server/platform/storage/receive-file.server.ts";
import type { Services } from "#app/server/services.server.ts";

type Storing = Pick<Services, "database" | "storage" | "clock">;

export type FileToReceive = {
  readonly creditorId: string;
  /** Read to its end once, piece by piece. */
  readonly content: DocumentContent;
  readonly largestBytes: number;
};

/**
 * Stores a file as it comes in, under a key that is written down before the first byte: whatever breaks off, what lies in
 * the storage is found again. It waits for an import to keep it, or to be dropped.
 */
export async function receiveImportFile(
  services: Storing,
  { creditorId, content, largestBytes }: FileToReceive,
): Promise<Result<ReceivedFile, TooLarge>> {
  const { clock, database, storage } = services;
  const now = clock.now();
  const key = newId("imp", now);
  await database.prisma.receivedFile.create({ data: { storageKey: key, creditorId, createdAt: now } });
  let received: Result<ReceivedFile, TooLarge> | null = null;
  try {
    received = await receiveFile(storage, { key, content, largestBytes });
    return received;
  } finally {
    if (!received?.ok) await dropReceivedFile(services, key);
  }
}

/** The file is its import's from here on. */
export async function keepReceivedFile(tx: Transaction, storageKey: string): Promise<void> {
  await tx.receivedFile.deleteMany({ where: { storageKey } });
}

/** Removes a file that no import has. */
export async function dropReceivedFile(
  { database, storage }: Omit<Storing, "clock">,
  storageKey: string,
): Promise<void> {
  await storage.delete(storageKey);
  await database.prisma.receivedFile.deleteMany({ where: { storageKey } });
}
