import { createHash } from "node:crypto";
import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
import type { InspectedFile } from "#app/server/evidence/inspect-file.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";

export const MESSAGE_DIRECTIONS = ["outbound", "inbound"] as const;
export const MESSAGE_CHANNELS = ["email", "sms", "letter", "phone", "portal"] as const;

export type MessageRecord = {
  readonly creditorId: string;
  readonly claimId: string;
  /** Made by the caller: the same id again changes nothing. */
  readonly messageId: string;
  readonly direction: (typeof MESSAGE_DIRECTIONS)[number];
  readonly channel: (typeof MESSAGE_CHANNELS)[number];
  readonly subject: string;
  /** Plain text: shown as it is, never as markup. */
  readonly body: string;
  readonly sentAt: Date;
  /** What came along, inspected, each under the id of the document that it becomes. */
  readonly files?: readonly MessageFile[];
  readonly actor: string;
};

export type MessageFile = InspectedFile & { readonly documentId: string };

export type MessageRefusal =
  { readonly kind: "claim_not_found" } | { readonly kind: "sent_in_future"; readonly now: Date };

/**
 * Adds one item of correspondence to a claim with its files, which the debtor then sees among the letters. Links of ours in
 * its subject and text are left out: who looks along reads letters, and must not find the debtor's own way in.
 */
export async function recordMessage(
  services: Services,
  message: MessageRecord,
): Promise<Result<{ messageId: string }, MessageRefusal>> {
  const { creditorId, claimId, messageId, direction, channel, subject, body, sentAt, files = [], actor } = message;
  const now = services.clock.now();
  if (sentAt > now) return err({ kind: "sent_in_future", now });
  const { prisma } = services.database;
  if ((await prisma.claim.count({ where: { id: claimId, creditorId } })) === 0) return err({ kind: "claim_not_found" });
  // First the bytes, then the rows that show them: a row without its bytes is never seen.
  for (const { documentId, bytes } of files) await services.storage.put(documentId, bytes);
  return inTransaction(services.database, async (tx) => {
    const claim = await tx.claim.findFirst({ where: { id: claimId, creditorId }, select: { id: true } });
    if (!claim) return err({ kind: "claim_not_found" });
    const row = {
      id: messageId,
      creditorId,
      claimId,
      direction,
      channel,
      subject: withoutLinks(readable(subject).replace(/\s+/g, " "), services.config.baseUrl),
      body: withoutLinks(readable(body), services.config.baseUrl),
      sentAt,
      createdAt: now,
    };
    const { count } = await tx.message.createMany({ skipDuplicates: true, data: row });
    if (count === 0) return ok({ messageId });
    const kind = channel === "letter" && direction === "outbound" ? ("letter" as const) : ("attachment" as const);
    const of = { creditorId, claimId, messageId, kind };
    // A millisecond apart, so that they stay in the order in which they came.
    const createdAt = (index: number) => new Date(now.getTime() + index);
    await tx.document.createMany({ data: files.map((file, index) => ({ ...of, ...documentOf(file), createdAt: createdAt(index) })) }); // prettier-ignore
    const data = { claim: claimId, direction, channel, files: files.length };
    appendAudit(tx, creditorId, { at: now, actor, action: "message.recorded", subject: messageId, data });
    return ok({ messageId });
  });
}

function documentOf({ documentId: id, fileName, mediaType, bytes, scan }: MessageFile) {
  const sha256 = Uint8Array.from(createHash("sha256").update(bytes).digest());
  return { id, fileName, mediaType, size: bytes.byteLength, sha256, storageKey: id, scan };
}

/** Without control characters and without what turns the direction of reading; lines end as everywhere. */
function readable(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, "");
}

function withoutLinks(text: string, baseUrl: URL): string {
  const host = baseUrl.host.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replaceAll(new RegExp(`(?:https?://)?${host}/(?:l|c)/[\\w.-]+`, "gi"), "[link]");
}
