import { maskedEmail, maskedPhone } from "#app/domain/masked-address.ts";
import { isStoppedAddress } from "#app/server/messages/stopped-address.server.ts";
import { textsGo } from "#app/server/messages/texts-go.server.ts";
import { isUnusable } from "#app/server/messages/unusable-number.server.ts";
import type { DebtorWay } from "#app/server/messages/way-to-debtor.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { OpenableLink } from "./link-record.server.ts";

/** Where a new link goes, as it is shown to whoever holds the old one. */
export type MaskedWay = { readonly channel: "email" | "sms"; readonly address: string };

/**
 * Where a new link goes for one that is too old: to the e-mail address the creditor registered, else by text message to the
 * number it registered. Null where neither is there, or nobody there knows the debtor.
 */
export async function newLinkWay(
  tx: Transaction,
  { config }: Pick<Services, "config">,
  { claimId, creditorId, debtorId }: OpenableLink,
): Promise<DebtorWay | null> {
  const owner = { creditorId, debtorId };
  const claim = await tx.claim.findFirst({
    where: { id: claimId, ...owner },
    select: { debtor: { select: { email: true, phone: true } } },
  });
  const { email, phone } = claim?.debtor ?? { email: null, phone: null };
  if (email && !(await isStoppedAddress(tx, { owner, address: email }))) return { channel: "email", recipient: email };
  if (!phone || !textsGo(config) || (await isStoppedAddress(tx, { owner, address: phone }))) return null;
  return (await isUnusable(tx, { owner, number: phone })) ? null : { channel: "sms", recipient: phone };
}

/** As `newLinkWay`, with no more of the address than its owner needs to know it. */
export async function maskedNewLinkWay(services: Services, link: OpenableLink): Promise<MaskedWay | null> {
  const way = await newLinkWay(services.database.prisma, services, link);
  if (!way) return null;
  const { channel, recipient } = way;
  return { channel, address: channel === "email" ? maskedEmail(recipient) : maskedPhone(recipient) };
}
