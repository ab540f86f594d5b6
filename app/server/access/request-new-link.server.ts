import { languageOf, voiceOf } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { isStoppedAddress } from "#app/server/messages/stopped-address.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { issueLinkIn } from "./issue-link.server.ts";
import { linkMail } from "./link-mail.server.ts";
import type { OpenableLink } from "./link-record.server.ts";

const PER_ADDRESS = { name: "new-link-address", points: 3, seconds: 24 * 60 * 60 };
const PER_CLIENT = { name: "new-link-client", points: 10, seconds: 60 * 60 };

/**
 * Sends a new link for one that is genuine but too old, to the e-mail address the creditor registered and to no other.
 * Whoever asked learns nothing: not whether there is an address, nor whether anything was sent.
 */
export async function requestNewLink(
  services: Services,
  { link, clientAddress }: { link: OpenableLink; clientAddress: string },
): Promise<void> {
  const client = await services.limiter.count(PER_CLIENT, clientAddress);
  if (!client.allowed) return;
  const address = await services.limiter.count(PER_ADDRESS, link.debtorId);
  if (!address.allowed) return;
  const now = services.clock.now();

  await inTransaction(services.database, async (tx) => {
    const { creditorId, claimId, debtorId } = link;
    const claim = await tx.claim.findFirst({
      where: { id: claimId, creditorId, debtorId },
      select: {
        reference: true,
        debtor: { select: { name: true, email: true, language: true } },
        creditor: { select: { name: true, formOfAddress: true } },
      },
    });
    if (!claim) return;
    const { reference, debtor, creditor } = claim;
    const { name, email, language } = debtor;
    if (!email) return;
    if (await isStoppedAddress(tx, { owner: link, address: email })) return;
    const issued = await issueLinkIn(tx, services, {
      creditorId,
      claimId,
      channel: "email",
      actor: `debtor:${link.id}`,
    });
    if (!issued.ok) return;
    const translator = translatorFor(voiceOf(languageOf(language), creditor.formOfAddress));
    const { t } = translator;
    const mail = await linkMail(tx, services, {
      ...{ creditorId, claimId, reference, name, translator },
      link: issued.value,
      sender: creditor.name,
      subject: t("mail.newLink.subject"),
      introduction: t("mail.newLink.introduction"),
      notYou: t("mail.newLink.notYou"),
    });
    await tx.outgoingMail.create({
      data: {
        id: newId("eml", now),
        creditorId,
        claimId,
        linkId: issued.value.id,
        kind: "new_link",
        recipient: email,
        ...mail,
        createdAt: now,
        nextAt: now,
      },
    });
  });
}
