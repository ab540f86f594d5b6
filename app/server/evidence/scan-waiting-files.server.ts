import type { Services } from "#app/server/services.server.ts";
import type { FileScanner, ScanVerdict } from "./file-scanner.server.ts";
import { deleteStored, type StoredKeys, storedKeys } from "./stored-upload.server.ts";

type WaitingFile = StoredKeys & { readonly id: string; readonly table: "upload" | "document" };

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
  const asked = { orderBy: { createdAt: "asc" }, take: limit, select: { id: true, ...storedKeys } } as const;
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
  const { prisma } = services.database;
  const change = { where: { id: file.id, scan: "quarantined" as const }, data: { scan } };
  const { count } = await (file.table === "upload" ? prisma.upload.updateMany(change) : prisma.document.updateMany(change)); // prettier-ignore
  if (count === 1 && scan === "infected") await deleteStored(services, file);
}
