import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { FileScanner, ScanVerdict } from "./file-scanner.server.ts";
import { forgetBytes } from "./clear-infected.server.ts";
import { noteInfected } from "./note-infected.server.ts";
import { deleteStored, type StoredKeys, storedKeys } from "./stored-upload.server.ts";

const scanned = { id: true, creditorId: true, claimId: true, mediaType: true, size: true, ...storedKeys } as const;

type WaitingFile = StoredKeys & {
  readonly id: string;
  readonly creditorId: string;
  readonly claimId: string;
  readonly mediaType: string;
  readonly size: number;
  readonly table: "upload" | "document";
};

const UNAVAILABLE_IN_A_ROW = 3;

/**
 * Asks the scanner about the files that could not be scanned when they came, oldest first, and answers of how many it said
 * something. An infected one loses its bytes; its row stays and says so. Where there is no scanner any more, they are
 * unscanned.
 */
export async function scanWaitingFiles(services: Services, { limit }: { limit: number }): Promise<number> {
  const { scanner } = services;
  let said = 0;
  let silent = 0;
  for (const file of await waitingFiles(services, limit)) {
    const verdict = scanner ? await scanStored(services, scanner, file) : "unscanned";
    silent = verdict === "unavailable" ? silent + 1 : 0;
    if (silent === UNAVAILABLE_IN_A_ROW) break;
    if (verdict === "unavailable" || verdict === "unreadable") continue;
    await note(services, file, verdict);
    said += 1;
  }
  return said;
}

async function waitingFiles({ database: { prisma } }: Services, limit: number): Promise<WaitingFile[]> {
  const asked = { orderBy: { createdAt: "asc" }, take: limit, select: scanned } as const;
  const uploads = await prisma.upload.findMany({ where: { scan: "quarantined", storedAt: { not: null } }, ...asked });
  const documents = await prisma.document.findMany({ where: { scan: "quarantined" }, ...asked });
  return [
    ...uploads.map((upload) => ({ ...upload, table: "upload" as const })),
    ...documents.map((document) => ({ ...document, table: "document" as const })),
  ];
}

async function scanStored(
  services: Services,
  scanner: FileScanner,
  file: WaitingFile,
): Promise<ScanVerdict | "unreadable"> {
  const bytes = await bytesOf(services, file);
  return bytes === null ? "unreadable" : scanner.scan(bytes);
}

/** Null of a file that the storage does not give now: it keeps waiting, and holds up no other. */
async function bytesOf(services: Services, file: WaitingFile): Promise<Uint8Array | null> {
  try {
    const stored = await services.storage.get(file.storageKey);
    if (stored.ok) return await stored.value.bytes();
    services.log.error({ file: file.id }, "a file that waits for the scanner is not in the storage");
  } catch (error) {
    services.log.error({ err: error, file: file.id }, "a file that waits for the scanner could not be read");
  }
  return null;
}

/** Only of what still waits: an upload may have become a document meanwhile, which then has its own turn. */
async function note(
  services: Services,
  file: WaitingFile,
  scan: Exclude<ScanVerdict, "unavailable"> | "unscanned",
): Promise<void> {
  const noted = await inTransaction(services.database, async (tx) => {
    const change = { where: { id: file.id, scan: "quarantined" as const }, data: { scan } };
    const { count } = await (file.table === "upload" ? tx.upload.updateMany(change) : tx.document.updateMany(change));
    if (count === 1 && scan === "infected") noteInfected(tx, services, { ...file, subject: file.id, actor: "worker" });
    return count === 1;
  });
  if (!noted || scan !== "infected") return;
  crashPoint("scan:noted");
  // An upload has its turn when its session is over, or as the document that it became meanwhile.
  await (file.table === "document" ? forgetBytes(services, file) : deleteStored(services, file));
}
