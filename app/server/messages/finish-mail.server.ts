import { lockClaim } from "#app/server/claims/claim-record.server.ts";
import { appendEvents } from "#app/server/events/append-event.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { MailError } from "#app/server/platform/mail/mailer.server.ts";
import type { Services } from "#app/server/services.server.ts";

/** A mail that we hold the lease of. */
export type LeasedMail = {
  readonly id: string;
  readonly lease: string;
  readonly creditorId: string;
  readonly claimId: string | null;
  readonly kind: string;
};

/** What became of it, as its creditor is told when it was for a debtor: the server took it, or nobody will. */
export type MailNews =
  { readonly type: "message.sent" } | { readonly type: "message.bounced"; readonly error: MailError };

/** Mails to debtors of which nothing stands among their letters, because they are nothing but a link. */
const LINK_MAILS = new Set(["new_link"]);

/** Writes down the end of a mail, and tells of it once for each of its claims, if the lease is still ours. */
export async function finishMail(
  services: Services,
  mail: LeasedMail,
  { data, news }: { data: Readonly<Record<string, string | Date>>; news: MailNews },
): Promise<void> {
  const occurredAt = services.clock.now();
  const { id, lease, kind, creditorId } = mail;
  await inTransaction(services.database, async (tx) => {
    const told = await claimsTold(tx, mail);
    // Before the mail, as whoever stops an address does.
    for (const { claimId } of told) await lockClaim(tx, { creditorId, claimId });
    const where = { id, lease };
    const { count } = await tx.outgoingMail.updateMany({ where, data: { ...data, lease: null, lockedUntil: null } });
    if (count === 0) return;
    for (const { claimId, messageId } of told) {
      const message = { id: messageId, channel: "email", kind };
      await appendEvents(tx, claimId, [{ type: news.type, occurredAt, data: { message, ...reasonOf(news) } }]);
    }
  });
}

type Told = { readonly claimId: string; readonly messageId: string | null };

async function claimsTold(tx: Transaction, { id, creditorId, claimId, kind }: LeasedMail): Promise<Told[]> {
  const where = { creditorId, mailId: id };
  const messages = await tx.message.findMany({
    where,
    orderBy: { claimId: "asc" },
    select: { id: true, claimId: true },
  });
  if (messages.length > 0) return messages.map((message) => ({ claimId: message.claimId, messageId: message.id }));
  return claimId !== null && LINK_MAILS.has(kind) ? [{ claimId, messageId: null }] : [];
}

/** Classes and codes only: what a server writes beside them may hold the address. */
function reasonOf(news: MailNews): Readonly<Record<string, string | null>> {
  if (news.type === "message.sent") return {};
  const { reason, replyCode, enhancedCode } = news.error;
  return { reason, code: enhancedCode ?? replyCode?.toString() ?? null };
}
