import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { type UploadScope, uploadColumns } from "./list-uploads.server.ts";
import { lockUploads } from "./lock-uploads.server.ts";
import { storedKeys } from "./stored-upload.server.ts";

/**
 * Makes the files documents of that message, under the same ids and with what the scanner said of them. Ids that are not
 * of this session and claim, or that were attached or removed already, are passed over. Answers the ids of the documents.
 */
export async function attachUploads(
  tx: Transaction,
  {
    session,
    uploadIds,
    messageId,
  }: {
    readonly session: UploadScope & { readonly creditorId: string };
    readonly uploadIds: readonly string[];
    readonly messageId: string;
  },
): Promise<readonly string[]> {
  const { sessionId, creditorId, claimId } = session;
  const ids = await lockUploads(tx, { sessionId, claimId, uploadIds });
  const uploads = await tx.upload.findMany({
    where: { id: { in: ids }, creditorId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { ...uploadColumns, ...storedKeys, sha256: true, createdAt: true },
  });
  await tx.document.createMany({
    data: uploads.map((upload) => ({ ...upload, creditorId, claimId, messageId, kind: "evidence" as const })),
  });
  await tx.upload.deleteMany({ where: { id: { in: uploads.map(({ id }) => id) } } });
  return uploads.map(({ id }) => id);
}
