import { isLanguage, FALLBACK_LANGUAGE } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { checkWordLines } from "#app/server/genuineness/check-word-lines.server.ts";
import { isStoppedAddress } from "#app/server/messages/stopped-address.server.ts";
import { printPaperCode } from "#app/server/platform/crypto/paper-code.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import { layoutMail } from "#app/server/platform/mail/mail-layout.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { issueLinkIn } from "./issue-link.server.ts";
import type { OpenableLink } from "./open-link.server.ts";

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
    const debtor = await tx.debtor.findFirst({
      where: { id: link.debtorId, creditorId: link.creditorId },
      select: { email: true, language: true, creditor: { select: { name: true, contact: true } } },
    });
    if (!debtor?.email) return;
    const { creditorId, claimId } = link;
    if (await isStoppedAddress(tx, { owner: link, address: debtor.email })) return;
    const issued = await issueLinkIn(tx, services, {
      creditorId,
      claimId,
      channel: "email",
      actor: `debtor:${link.id}`,
    });
    if (!issued.ok) return;
    const translator = translatorFor(isLanguage(debtor.language) ? debtor.language : FALLBACK_LANGUAGE);
    const { t, language } = translator;
    const subject = t("mail.newLink.subject");
    const codePage = new URL("/c", services.config.baseUrl).href;
    const { text, html } = layoutMail({
      language,
      title: subject,
      sender: debtor.creditor.name,
      blocks: [
        { type: "paragraph", text: t("mail.newLink.introduction") },
        { type: "button", label: t("mail.newLink.button"), url: issued.value.url },
        { type: "paragraph", text: t("mail.newLink.doubt", { address: codePage }) },
        { type: "code", label: t("mail.newLink.code"), code: printPaperCode(issued.value.code) },
      ],
      footer: [
        t("mail.newLink.notYou"),
        ...(await checkWordLines(tx, services, { creditorId, claimIds: [claimId], translator })),
      ],
    });
    await tx.outgoingMail.create({
      data: {
        id: newId("eml", now),
        creditorId,
        claimId,
        kind: "new_link",
        recipient: debtor.email,
        subject,
        text,
        html,
        createdAt: now,
        nextAt: now,
      },
    });
  });
}
