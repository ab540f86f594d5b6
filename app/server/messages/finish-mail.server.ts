import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type SendingNews, tellOfSending, type ToldClaim } from "./tell-of-sending.server.ts";

/** A mail that we hold the lease of. */
export type LeasedMail = {
  readonly id: string;
  readonly lease: string;
  readonly creditorId: string;
  readonly claimId: string | null;
  readonly kind: string;
};

/** Mails to debtors of which nothing stands among their letters, because they are nothing but a link. */
const LINK_MAILS = new Set(["new_link"]);

/**
 * Writes down the end of a mail, and tells of it once for each of its claims, if the lease is still ours. Its words go: a
 * mail may hold a link, and what is not kept cannot leak.
 */
export async function finishMail(
  services: Services,
  mail: LeasedMail,
  { data, news }: { data: Readonly<Record<string, string | Date>>; news: SendingNews },
): Promise<void> {
  const { id, lease, kind, creditorId } = mail;
  await inTransaction(services.database, async (tx) => {
    const told = await claimsTold(tx, mail);
    const ended = { ...data, text: "", html: "", lease: null, lockedUntil: null };
    const write = async () => (await tx.outgoingMail.updateMany({ where: { id, lease }, data: ended })).count > 0;
    await tellOfSending(tx, {
      creditorId,
      told,
      channel: "email",
      kind,
      news,
      occurredAt: services.clock.now(),
      write,
    });
  });
}

async function claimsTold(tx: Transaction, { id, creditorId, claimId, kind }: LeasedMail): Promise<ToldClaim[]> {
  const messages = await tx.message.findMany({
    where: { creditorId, mailId: id },
    orderBy: { claimId: "asc" },
    select: { id: true, claimId: true },
  });
  if (messages.length > 0) return messages.map((message) => ({ claimId: message.claimId, messageId: message.id }));
  return claimId !== null && LINK_MAILS.has(kind) ? [{ claimId, messageId: null }] : [];
}
