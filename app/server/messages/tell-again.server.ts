import { nextContactMoment } from "#app/domain/contact-hours.ts";
import { amsterdamMoment, instantInAmsterdam } from "#app/server/platform/clock/amsterdam-instant.server.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type KeptNews, queueNews } from "./queue-news.server.ts";
import type { Sending } from "./tell-of-sending.server.ts";
import type { DebtorWay } from "./way-to-debtor.server.ts";

/**
 * Tells what a mail or text message would have told in another way, once, within the hours in which a debtor may be approached.
 * It stays one letter with each of its claims, which is from now on the letter of the new mail or text message.
 */
export async function tellAgain(
  tx: Transaction,
  services: Services,
  { sending, news, way }: { sending: Sending & { readonly claimId: string }; news: KeptNews; way: DebtorWay },
): Promise<void> {
  const { creditorId, claimId, kind } = sending;
  const { name: creditor } = await tx.creditor.findUniqueOrThrow({ where: { id: creditorId }, select: { name: true } });
  const letters = { creditorId, ...(sending.channel === "email" ? { mailId: sending.id } : { smsId: sending.id }) };
  const others = await tx.message.findMany({
    where: { ...letters, claimId: { not: claimId } },
    orderBy: { claimId: "asc" },
    select: { claimId: true },
  });
  const { channel } = way;
  const id = derivedId(channel === "email" ? "eml" : "sms", `${sending.id} again`);
  const nextAt = instantInAmsterdam(nextContactMoment(amsterdamMoment(services.clock.now())));
  const claimIds = [claimId, ...others.map((other) => other.claimId)];
  await queueNews(tx, services, { id, creditorId, creditor, claimIds, kind, news, way, nextAt });
  const broughtBy = channel === "email" ? { mailId: id, smsId: null } : { mailId: null, smsId: id };
  await tx.message.updateMany({ where: letters, data: { channel, ...broughtBy } });
}
