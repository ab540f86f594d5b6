import { createHash } from "node:crypto";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { UblDocument } from "./ubl/ubl-reading.server.ts";

type ImportedDocuments = {
  readonly creditorId: string;
  readonly claimId: string;
  readonly invoiceId: string | null;
  readonly kind: "invoice" | "attachment";
  readonly documents: readonly UblDocument[];
};

/** Keeps the documents that the claim does not have yet: first the file, then the row that shows it. */
export async function storeImportedDocuments(services: Services, imported: ImportedDocuments): Promise<void> {
  const { creditorId, claimId, invoiceId, kind } = imported;
  const { prisma } = services.database;
  for (const document of imported.documents) {
    const sha256 = Uint8Array.from(createHash("sha256").update(document.bytes).digest());
    const known = await prisma.document.findFirst({ where: { creditorId, claimId, sha256 }, select: { id: true } });
    if (known) continue;
    const now = services.clock.now();
    const id = newId("doc", now);
    await services.storage.put(id, document.bytes);
    await prisma.document.create({
      data: {
        id,
        creditorId,
        claimId,
        invoiceId,
        kind,
        fileName: document.filename,
        mediaType: document.mimeType,
        size: document.bytes.length,
        sha256,
        storageKey: id,
        createdAt: now,
      },
    });
  }
}
