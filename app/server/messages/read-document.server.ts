import contentDisposition from "content-disposition";
import type { DebtorGrant } from "#app/server/access/debtor-session.server.ts";
import type { Services } from "#app/server/services.server.ts";

/**
 * A document of this debtor's claims with its bytes and the headers it goes out with, or null. Files come from outside:
 * they are saved, not shown, so that nothing in them runs as ours.
 */
export async function readDocument(
  services: Services,
  { debtor, documentId }: { debtor: DebtorGrant; documentId: string },
): Promise<{ bytes: Uint8Array<ArrayBuffer>; headers: Record<string, string> } | null> {
  const document = await services.database.prisma.document.findFirst({
    where: { id: documentId, creditorId: debtor.creditorId, claim: { debtorId: debtor.debtorId } },
    select: { storageKey: true, fileName: true, mediaType: true },
  });
  if (!document) return null;
  const stored = await services.storage.get(document.storageKey);
  if (!stored.ok) return null;
  return {
    bytes: Uint8Array.from(await stored.value.bytes()),
    headers: {
      "Content-Type": document.mediaType,
      "Content-Disposition": contentDisposition(document.fileName),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "no-store",
    },
  };
}
