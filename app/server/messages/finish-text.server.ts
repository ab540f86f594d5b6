import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type SendingNews, tellOfSending } from "./tell-of-sending.server.ts";

/** A text message that we hold the lease of. */
export type LeasedText = {
  readonly id: string;
  readonly lease: string;
  readonly creditorId: string;
  readonly claimId: string;
  readonly kind: string;
};

/** Writes down the end of a text message and tells of it, if the lease is still ours. Its words go, as those of a mail do. */
export async function finishText(
  services: Services,
  text: LeasedText,
  { data, news }: { data: Readonly<Record<string, string | Date>>; news: SendingNews },
): Promise<void> {
  const { id, lease, creditorId, claimId, kind } = text;
  await inTransaction(services.database, async (tx) => {
    const message = await tx.message.findFirst({ where: { creditorId, smsId: id }, select: { id: true } });
    const told = [{ claimId, messageId: message?.id ?? null }];
    const ended = { ...data, text: "", lease: null, lockedUntil: null };
    const write = async () => (await tx.outgoingSms.updateMany({ where: { id, lease }, data: ended })).count > 0;
    await tellOfSending(tx, { creditorId, told, channel: "sms", kind, news, occurredAt: services.clock.now(), write });
  });
}
