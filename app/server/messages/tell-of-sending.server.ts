import { lockClaim } from "#app/server/claims/claim-record.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";

/** What became of a mail or text message to a debtor, as its creditor is told: it was taken, or nobody will take it. */
export type SendingNews =
  | { readonly type: "message.sent" }
  /** Classes and codes only: what a server writes beside them may hold the address. */
  | { readonly type: "message.bounced"; readonly reason: string; readonly code: string | null };

/** The claims among whose letters it stands, and as which. */
export type ToldClaim = { readonly claimId: string; readonly messageId: string | null };

/**
 * Writes down the end of a sending by `write`, and tells of it once for each of its claims, if `write` answers that it was
 * still ours to write. The claims are held first, as whoever stops an address does.
 */
export async function tellOfSending(
  tx: Transaction,
  sending: {
    readonly creditorId: string;
    readonly told: readonly ToldClaim[];
    readonly channel: "email" | "sms";
    readonly kind: string;
    readonly news: SendingNews;
    readonly occurredAt: Date;
    readonly write: () => Promise<boolean>;
  },
): Promise<void> {
  const { creditorId, told, channel, kind, occurredAt } = sending;
  for (const { claimId } of told) await lockClaim(tx, { creditorId, claimId });
  if (!(await sending.write())) return;
  const { type, ...why } = sending.news;
  for (const { claimId, messageId } of told) {
    const message = { id: messageId, channel, kind };
    await appendEvents(tx, claimId, [{ type, occurredAt, data: { message, ...why } }]);
  }
}
