import { err, ok, type Result } from "#app/domain/result.ts";
import type { DebtorGrant } from "#app/server/access/debtor-session.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { savedFileHeaders, shownPageHeaders } from "./file-headers.server.ts";

export type ReadFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly headers: Record<string, string> };

/** quarantined: waits for the scanner, and nobody gets it. infected: it was thrown away. */
export type ReadFileRefusal = { readonly kind: "not_found" | "quarantined" | "infected" };

/**
 * A document of this debtor's claims with its bytes and the headers it goes out with. Files come from outside: they are
 * saved, not shown, so that nothing in them runs as ours.
 */
export function readDocument(
  services: Services,
  { debtor, documentId }: { debtor: Pick<DebtorGrant, "creditorId" | "debtorId">; documentId: string },
): Promise<Result<ReadFile, ReadFileRefusal>> {
  const { creditorId, debtorId } = debtor;
  return readFile(services, { id: documentId, creditorId, claim: { debtorId } });
}

/** As `readDocument`, of any claim of this creditor. */
export function readCreditorDocument(
  services: Services,
  { creditorId, documentId }: { creditorId: string; documentId: string },
): Promise<Result<ReadFile, ReadFileRefusal>> {
  return readFile(services, { id: documentId, creditorId });
}

/** A page of a debtor's PDF as a picture, the first one being 1. */
export async function readDocumentPage(
  services: Services,
  { creditorId, documentId, page }: { creditorId: string; documentId: string; page: number },
): Promise<Result<ReadFile, ReadFileRefusal>> {
  const found = await findDocument(services, { id: documentId, creditorId });
  if (!found.ok) return found;
  const bytes = await storedBytes(services, found.value.previews[page - 1]);
  return bytes ? ok({ bytes, headers: shownPageHeaders() }) : err({ kind: "not_found" });
}

type Whose = { readonly id: string; readonly creditorId: string; readonly claim?: { readonly debtorId: string } };

async function readFile(services: Services, whose: Whose): Promise<Result<ReadFile, ReadFileRefusal>> {
  const found = await findDocument(services, whose);
  if (!found.ok) return found;
  const bytes = await storedBytes(services, found.value.storageKey);
  return bytes ? ok({ bytes, headers: savedFileHeaders(found.value) }) : err({ kind: "not_found" });
}

async function findDocument({ database }: Services, whose: Whose) {
  const document = await database.prisma.document.findFirst({
    where: whose,
    select: { storageKey: true, previews: true, fileName: true, mediaType: true, scan: true },
  });
  if (!document) return err({ kind: "not_found" } as const);
  const { scan } = document;
  return scan === "quarantined" || scan === "infected" ? err({ kind: scan }) : ok(document);
}

async function storedBytes({ storage }: Services, key: string | undefined): Promise<Uint8Array<ArrayBuffer> | null> {
  const stored = key === undefined ? null : await storage.get(key);
  return stored?.ok ? Uint8Array.from(await stored.value.bytes()) : null;
}
