import { err, ok, type Result } from "#app/domain/result.ts";
import { inspectFile, type InspectionRefusal } from "#app/server/evidence/inspect-file.server.ts";
import { noteInfected } from "#app/server/evidence/note-infected.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { MessageFile } from "./record-message.server.ts";

export type MessageFilesOrder = {
  readonly creditorId: string;
  readonly claimId: string;
  readonly actor: string;
  readonly files: readonly { readonly fileName: string; readonly bytes: Uint8Array }[];
  /** Makes the id of each document. */
  readonly newId: (prefix: string) => string;
};

/** Which of the files is not taken, counted from 0, and why. */
export type MessageFilesRefusal = { readonly index: number; readonly kind: InspectionRefusal["kind"] };

/**
 * Looks at what goes along with an item of correspondence, as at what debtors send: images are made anew, everything is
 * scanned. All files are taken or none.
 */
export async function takeMessageFiles(
  services: Services,
  { creditorId, claimId, actor, files, newId }: MessageFilesOrder,
): Promise<Result<readonly MessageFile[], MessageFilesRefusal>> {
  const taken: MessageFile[] = [];
  for (const [index, file] of files.entries()) {
    const inspected = await inspectFile(services, file);
    if (inspected.ok) {
      taken.push({ ...inspected.value, documentId: newId("doc") });
      continue;
    }
    const refusal = inspected.error;
    if (refusal.kind === "infected") {
      const { mediaType, bytes } = refusal;
      const infected = { creditorId, claimId, subject: claimId, actor, mediaType, size: bytes.byteLength };
      await inTransaction(services.database, async (tx) => noteInfected(tx, services, infected));
    }
    return err({ index, kind: refusal.kind });
  }
  return ok(taken);
}
