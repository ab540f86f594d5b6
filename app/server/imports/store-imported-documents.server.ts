import { createHash } from "node:crypto";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { ImportedDocument } from "./imported-documents.server.ts";

type Storing = {
  readonly creditorId: string;
  readonly claimId: string;
  readonly invoiceId: string | null;
  readonly documents: readonly ImportedDocument[];
};

/** Keeps the documents that the claim does not have yet: first the file, then the row that shows it. */
export async function storeImportedDocuments(services: Services, storing: Storing): Promise<void> {
  const { creditorId, claimId, invoiceId } = storing;
  const { prisma } = services.database;
  for (const document of storing.documents) {
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
        kind: document.kind,
        fileName: document.filename,
        mediaType: document.mimeType,
        size: document.bytes.length,
        sha256,
        storageKey: id,
        text: document.text,
        createdAt: now,
      },
    });
  }
}
