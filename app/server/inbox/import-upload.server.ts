import { err, ok, type Result } from "#app/domain/result.ts";
import type { CreditorGrant } from "#app/server/access/creditor-session.server.ts";
import { type ImportRefusal, queueImport, receiveImport } from "#app/server/imports/start-import.server.ts";
import { receiveImportFile } from "#app/server/imports/received-files.server.ts";
import { type ImportFormat, LARGEST_IMPORT_BYTES } from "#app/server/imports/import-format.server.ts";
import { derivedIdFrom } from "#app/server/platform/crypto/derived-id.server.ts";
import { isId } from "#app/server/platform/crypto/random-id.server.ts";
import { readUpload, type UploadReadRefusal } from "#app/server/platform/http/read-upload.server.ts";
import { documentChunks } from "#app/server/platform/storage/document-chunks.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** Of a file that comes in by a page; a larger one comes in by API. */
export const LARGEST_UPLOADED_IMPORT_BYTES = 20_000_000;

export type ImportUploadFault =
  "nothing" | "too_large" | "interrupted" | Exclude<UploadReadRefusal["kind"] | ImportRefusal["kind"], "malformed" | "file_empty" | "file_too_large">; // prettier-ignore

/** Takes the file of a form in, and tries it: nothing is stored of its claims. The same file in the same form is the same import. */
export async function uploadImport(
  services: Services,
  { grant, request }: { grant: CreditorGrant; request: Request },
): Promise<Result<{ importId: string }, ImportUploadFault>> {
  const { creditorId, userId } = grant;
  const form = await readUpload(request, { subject: creditorId, fileBytes: LARGEST_UPLOADED_IMPORT_BYTES });
  if (!form.ok) return err(form.error.kind === "malformed" ? "interrupted" : form.error.kind);
  const [file] = form.value.files;
  if (!file) return err("nothing");
  const formId = form.value.fields.get("formId") ?? "";
  if (!isId("frm", formId)) return err("interrupted");
  const { fileName, bytes } = file;
  const stored = await receiveImport(services, { creditorId, content: bytes, fileName });
  if (!stored.ok) return err(stored.error.kind === "file_empty" ? "nothing" : "too_large");
  // Another file in the same form, after going back, is another import.
  const importId = derivedIdFrom("imp", { made: formId, text: `${creditorId} ${stored.value.file.sha256}` });
  const order = { creditorId, importId, fileName, dryRun: true, actor: `user:${userId}`, ...stored.value };
  await queueImport(services, order, async () => null);
  return ok({ importId });
}

type RealRun = { readonly grant: CreditorGrant; readonly triedId: string; readonly importId: string };

/** Takes in for good what was tried before, as a new import with a copy of the file. The same id again changes nothing. */
export async function takeInTried(
  services: Services,
  { grant, triedId, importId }: RealRun,
): Promise<Result<{ importId: string }, "not_found" | "file_gone">> {
  const { creditorId, userId } = grant;
  const { prisma } = services.database;
  const where = { id: triedId, creditorId, dryRun: true, status: "done" as const };
  const tried = await prisma.import.findFirst({ where, select: { format: true, fileName: true, storageKey: true } });
  if (!tried || !isId("imp", importId)) return err("not_found");
  if ((await prisma.import.count({ where: { id: importId, creditorId } })) > 0) return ok({ importId });
  const document = tried.storageKey === null ? null : await services.storage.get(tried.storageKey);
  if (!document?.ok) return err("file_gone");
  const content = documentChunks(document.value);
  const file = await receiveImportFile(services, { creditorId, content, largestBytes: LARGEST_IMPORT_BYTES });
  if (!file.ok) return err("file_gone");
  const format = tried.format as ImportFormat;
  const order = { creditorId, importId, file: file.value, format, fileName: tried.fileName, dryRun: false, actor: `user:${userId}` }; // prettier-ignore
  await queueImport(services, order, async () => null);
  return ok({ importId });
}
