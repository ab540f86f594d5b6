import { languageOf, voiceOf } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { issueLinkIn } from "./issue-link.server.ts";
import { linkMail } from "./link-mail.server.ts";
import type { OpenableLink } from "./link-record.server.ts";
import { linkText } from "./link-text.server.ts";
import { newLinkWay } from "./new-link-way.server.ts";

const PER_ADDRESS = { name: "new-link-address", points: 3, seconds: 24 * 60 * 60 };
const PER_CLIENT = { name: "new-link-client", points: 10, seconds: 60 * 60 };

/**
 * Sends a new link for one that is genuine but too old, to the e-mail address or else the phone number that the creditor
 * registered, and nowhere else. Whoever asked does not learn whether anything was sent.
 */
export async function requestNewLink(
  services: Services,
  { link, clientAddress }: { link: OpenableLink; clientAddress: string },
): Promise<void> {
  const client = await services.limiter.count(PER_CLIENT, clientAddress);
  if (!client.allowed) return;
  const address = await services.limiter.count(PER_ADDRESS, link.debtorId);
  if (!address.allowed) return;
  await inTransaction(services.database, (tx) => sendNewLink(tx, services, link));
}

async function sendNewLink(tx: Transaction, services: Services, link: OpenableLink): Promise<void> {
  const { creditorId, claimId, debtorId } = link;
  const way = await newLinkWay(tx, services, link);
  if (!way) return;
  const { channel, recipient } = way;
  const issued = await issueLinkIn(tx, services, { creditorId, claimId, channel, actor: `debtor:${link.id}` });
  if (!issued.ok) return;
  const { reference, debtor, creditor } = await tx.claim.findFirstOrThrow({
    where: { id: claimId, creditorId, debtorId },
    select: {
      reference: true,
      debtor: { select: { name: true, language: true } },
      creditor: { select: { name: true, formOfAddress: true } },
    },
  });
  const translator = translatorFor(voiceOf(languageOf(debtor.language), creditor.formOfAddress));
  const { t } = translator;
  const now = services.clock.now();
  const linkId = issued.value.id;
  const row = { creditorId, claimId, linkId, kind: "new_link", recipient, createdAt: now, nextAt: now };
  const message = { creditorId, claimId, reference, link: issued.value, sender: creditor.name, translator };
  if (channel === "sms") {
    const text = await linkText(tx, services, message);
    await tx.outgoingSms.create({ data: { ...row, id: newId("sms", now), text } });
    return;
  }
  const mail = await linkMail(tx, services, {
    ...message,
    name: debtor.name,
    subject: t("mail.newLink.subject"),
    introduction: t("mail.newLink.introduction"),
    notYou: t("mail.newLink.notYou"),
  });
  await tx.outgoingMail.create({ data: { ...row, id: newId("eml", now), ...mail } });
}
