import { createHash } from "node:crypto";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { FileScan } from "#app/server/platform/prisma/enums.ts";
import type { Services } from "#app/server/services.server.ts";

export type FileOfDebtor = {
  readonly claimId: string;
  readonly fileName: string;
  readonly bytes: string;
  readonly scan?: FileScan;
};

/** Keeps a file of a claim, as if its debtor had sent it. Answers the document's id. */
export async function keepFileOfDebtor(
  { services, creditorId }: { services: Services; creditorId: string },
  { claimId, fileName, bytes, scan = "clean" }: FileOfDebtor,
): Promise<string> {
  const id = newId("doc", services.clock.now());
  const file = Buffer.from(bytes);
  await services.storage.put(id, file);
  const sha256 = Uint8Array.from(createHash("sha256").update(file).digest());
  const kept = { id, creditorId, claimId, fileName, scan, sha256, size: file.length, storageKey: id };
  await services.database.prisma.document.create({ data: { ...kept, kind: "evidence", mediaType: "application/pdf" } });
  return id;
}
