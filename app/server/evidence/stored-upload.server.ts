import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** What of an upload or a document lies in the storage. */
export type StoredKeys = { readonly storageKey: string; readonly previews: readonly string[] };

export const storedKeys = { storageKey: true, previews: true } as const;

/** Takes the bytes away, of the file and of its pages; what is not there is no fault. */
export async function deleteStored(
  { storage }: Pick<Services, "storage">,
  { storageKey, previews }: StoredKeys,
): Promise<void> {
  for (const key of [storageKey, ...previews]) await storage.delete(key);
}

/**
 * Takes an upload away that nobody may show any more, bytes first: should it end half-way, the row still names them, and
 * the next cleaning goes on.
 */
export async function discardUpload(
  services: Pick<Services, "storage" | "database">,
  upload: StoredKeys & { readonly id: string },
): Promise<void> {
  await deleteStored(services, upload);
  crashPoint("upload:bytes-gone");
  await services.database.prisma.upload.deleteMany({ where: { id: upload.id } });
}
