import { err, ok, type Result } from "#app/domain/result.ts";
import { appendAudit } from "#app/server/audit/append-audit.server.ts";
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
  readonly actor: string;
};

export type MessageRefusal =
  { readonly kind: "claim_not_found" } | { readonly kind: "sent_in_future"; readonly now: Date };

/**
 * Adds one item of correspondence to a claim, which the debtor then sees among the letters. Links of ours in its text are
 * left out: who looks along reads letters, and must not find the debtor's own way in.
 */
export async function recordMessage(
  services: Services,
  message: MessageRecord,
): Promise<Result<{ messageId: string }, MessageRefusal>> {
  const { creditorId, claimId, messageId, direction, channel, subject, body, sentAt, actor } = message;
  const now = services.clock.now();
  if (sentAt > now) return err({ kind: "sent_in_future", now });
  return inTransaction(services.database, async (tx) => {
    const claim = await tx.claim.findFirst({ where: { id: claimId, creditorId }, select: { id: true } });
    if (!claim) return err({ kind: "claim_not_found" });
    const row = {
      id: messageId,
      creditorId,
      claimId,
      direction,
      channel,
      subject,
      body: withoutLinks(body, services.config.baseUrl),
      sentAt,
      createdAt: now,
    };
    const { count } = await tx.message.createMany({ skipDuplicates: true, data: row });
    const data = { claim: claimId, direction, channel };
    if (count === 1) appendAudit(tx, creditorId, { at: now, actor, action: "message.recorded", subject: messageId, data }); // prettier-ignore
    return ok({ messageId });
  });
}

function withoutLinks(body: string, baseUrl: URL): string {
  const host = baseUrl.host.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return body.replaceAll(new RegExp(`(?:https?://)?${host}/(?:l|c)/[\\w.-]+`, "gi"), "[link]");
}
