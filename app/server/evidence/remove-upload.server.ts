import { crashPoint } from "#app/server/platform/crash-point/crash-point.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { UploadScope } from "./list-uploads.server.ts";
import { lockUploads } from "./lock-uploads.server.ts";
import { discardUpload, storedKeys } from "./stored-upload.server.ts";

/** Takes a file away that was not sent along yet; one that is not there, or somebody else's, changes nothing. */
export async function removeUpload(
  services: Pick<Services, "database" | "storage">,
  { sessionId, claimId, uploadId }: UploadScope & { readonly uploadId: string },
): Promise<void> {
  const hidden = await inTransaction(services.database, async (tx) => {
    const [found] = await lockUploads(tx, { sessionId, claimId, uploadIds: [uploadId] });
    if (!found) return null;
    return tx.upload.update({ where: { id: found }, data: { storedAt: null }, select: { id: true, ...storedKeys } });
  });
  if (!hidden) return;
  crashPoint("upload:hidden");
  await discardUpload(services, hidden);
}
