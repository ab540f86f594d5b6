import { createHash } from "node:crypto";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import { type InspectedFile, inspectFile, type InspectionRefusal } from "#app/server/evidence/inspect-file.server.ts";
import { noteInfected } from "#app/server/evidence/note-infected.server.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { readUpload, type UploadReadRefusal } from "#app/server/platform/http/read-upload.server.ts";
import type { Services } from "#app/server/services.server.ts";

export type InvoiceFileFault =
  | Exclude<InspectionRefusal["kind"] | UploadReadRefusal["kind"], "malformed">
  | "heic"
  | "nothing"
  /** The claim has as many documents as it takes. */
  | "too_many";

type Order = { readonly grant: CreditorGrant; readonly claimId: string; readonly request: Request };

/** More than the invoices of any claim; who needs them sends them by API. */
const MOST_FILES = 50;

/**
 * Adds a picture of an invoice to a claim, where the debtor finds it among the letters. It is looked at as what debtors send
 * is. A file that the claim has already, also one that came with an import, changes nothing.
 */
export async function addInvoiceFile(
  services: Services,
  { grant, claimId, request }: Order,
): Promise<Result<null, InvoiceFileFault>> {
  const form = await readUpload(request, { subject: grant.creditorId });
  if (!form.ok) return err(form.error.kind === "malformed" ? "interrupted" : form.error.kind);
  const [file] = form.value.files;
  if (!file || file.bytes.byteLength === 0) return err("nothing");
  const inspected = await inspectFile(services, file);
  if (inspected.ok) return keep(services, { grant, claimId, invoiceId: form.value.fields.get("invoice") ?? "", sent: file.bytes }, inspected.value); // prettier-ignore
  const refusal = inspected.error;
  if (refusal.kind === "infected") {
    const { mediaType, bytes } = refusal;
    const { creditorId } = grant;
    const infected = { creditorId, claimId, subject: claimId, actor: actorOf(grant), mediaType, size: bytes.byteLength }; // prettier-ignore
    await inTransaction(services.database, async (tx) => noteInfected(tx, services, infected));
  }
  return err(refusal.kind === "unsupported" && refusal.heic ? "heic" : refusal.kind);
}

type Place = {
  readonly grant: CreditorGrant;
  readonly claimId: string;
  readonly invoiceId: string;
  readonly sent: Uint8Array;
};

async function keep(
  services: Services,
  { grant, claimId, invoiceId, sent }: Place,
  { fileName, mediaType, bytes, scan }: InspectedFile,
): Promise<Result<null, InvoiceFileFault>> {
  const { creditorId } = grant;
  const sha256 = sha256Of(bytes);
  const id = derivedId("doc", `${claimId} ${Buffer.from(sha256).toString("hex")}`);
  const { prisma } = services.database;
  const ofCreditor = { creditorId, claimId, kind: { in: ["invoice" as const, "attachment" as const] } };
  // A picture is kept as it was made anew, and one that came with an import as it came.
  const same = { ...ofCreditor, sha256: { in: [sha256, sha256Of(sent)] }, messageId: null };
  if ((await prisma.document.count({ where: same })) > 0) return ok(null);
  if ((await prisma.document.count({ where: { creditorId, claimId, kind: "invoice" } })) >= MOST_FILES) return err("too_many"); // prettier-ignore
  // First the bytes, then the row that shows them: a row without its bytes is never seen.
  await services.storage.put(id, bytes);
  return inTransaction(services.database, async (tx) => {
    const invoice = await tx.invoice.findFirst({ where: { id: invoiceId, creditorId, claimId }, select: { id: true } });
    const first = invoice ?? (await tx.invoice.findFirst({ where: { creditorId, claimId }, orderBy: [{ dueOn: "asc" }, { number: "asc" }], select: { id: true } })); // prettier-ignore
    const now = services.clock.now();
    const { count } = await tx.document.createMany({
      skipDuplicates: true,
      data: {
        ...{ id, creditorId, claimId, invoiceId: first?.id ?? null, kind: "invoice" as const },
        ...{ fileName, mediaType, size: bytes.byteLength, sha256, storageKey: id, scan, createdAt: now },
      },
    });
    if (count > 0) appendAudit(tx, creditorId, { at: now, actor: actorOf(grant), action: "invoice.file_added", subject: claimId, data: { document: id, size: bytes.byteLength } }); // prettier-ignore
    return ok(null);
  });
}

const sha256Of = (bytes: Uint8Array) => Uint8Array.from(createHash("sha256").update(bytes).digest());

const actorOf = ({ userId }: CreditorGrant): string => `user:${userId}`;
