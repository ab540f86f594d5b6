import { lockClaim } from "#app/server/claims/claim-record.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";

/** A mail or text message that waits or went. */
export type Sending = {
  readonly channel: "email" | "sms";
  readonly id: string;
  readonly creditorId: string;
  readonly claimId: string | null;
  readonly kind: string;
};

/** What became of a mail or text message to a debtor, as its creditor is told: it was taken, or nobody will take it. */
export type SendingNews =
  | { readonly type: "message.sent" }
  /** Classes and codes only: what a server writes beside them may hold the address. */
  | { readonly type: "message.bounced"; readonly reason: string; readonly code: string | null };

/** A claim among whose letters it stands, and as which. */
type ToldClaim = { readonly claimId: string; readonly messageId: string | null };

/** Mails to debtors of which nothing stands among their letters, because they are nothing but a link. */
const LINK_MAILS = new Set(["new_link"]);

/**
 * Writes down the end of a sending by `write`, and tells of it once for each of its claims, if `write` answers that it was
 * still ours to write, as this does then. The claims are held first, as whoever stops an address does.
 */
export async function tellOfSending(
  tx: Transaction,
  { sending, news, occurredAt, write }: { sending: Sending; news: SendingNews | null; occurredAt: Date; write: () => Promise<boolean> }, // prettier-ignore
): Promise<boolean> {
  const { creditorId, channel, kind } = sending;
  const told = await claimsTold(tx, sending);
  for (const { claimId } of told) await lockClaim(tx, { creditorId, claimId });
  if (!(await write())) return false;
  if (!news) return true;
  const { type, ...why } = news;
  for (const { claimId, messageId } of told) {
    const message = { id: messageId, channel, kind };
    await appendEvents(tx, claimId, [{ type, occurredAt, data: { message, ...why } }]);
  }
  return true;
}

async function claimsTold(
  tx: Transaction,
  { channel, id, creditorId, claimId, kind }: Sending,
): Promise<readonly ToldClaim[]> {
  const messages = await tx.message.findMany({
    where: { creditorId, ...(channel === "email" ? { mailId: id } : { smsId: id }) },
    orderBy: { claimId: "asc" },
    select: { id: true, claimId: true },
  });
  if (messages.length > 0) return messages.map((message) => ({ claimId: message.claimId, messageId: message.id }));
  // A mail may be to the creditor; a text message never is.
  const isToDebtor = channel === "sms" || LINK_MAILS.has(kind);
  return claimId !== null && isToDebtor ? [{ claimId, messageId: null }] : [];
}
