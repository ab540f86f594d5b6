import { nextContactMoment } from "#app/domain/contact-hours.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { languageOf, voiceOf } from "#app/i18n/languages.ts";
import { type Translator, translatorFor } from "#app/i18n/translator.ts";
import { isStoppedAddress } from "#app/server/messages/stopped-address.server.ts";
import { textsGo } from "#app/server/messages/texts-go.server.ts";
import { findRunningPause } from "#app/server/pauses/pause-record.server.ts";
import { amsterdamMoment, instantInAmsterdam } from "#app/server/platform/clock/amsterdam-instant.server.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { lockName } from "#app/server/platform/database/lock-name.server.ts";
import { inTransaction } from "#app/server/platform/database/transaction.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { addressOf, type IssuedLink, issueLinkIn, type LinkOrder, type LinkRefusal } from "./issue-link.server.ts";
import { linkMail } from "./link-mail.server.ts";
import { linkText } from "./link-text.server.ts";

export type LinkSending = Omit<LinkOrder, "channel" | "helperId"> & { readonly channel: "email" | "sms" };

/**
 * no_address: the debtor has none of that sort. address_stopped: somebody there said that it is not for them. claim_paused,
 * claim_settled, claim_closed: nobody is written to about it. sms_off: there is no provider.
 */
export type SendingRefusal =
  | LinkRefusal
  | { readonly kind: "no_address" | "address_stopped" | "claim_paused" | "claim_settled" | "claim_closed" | "sms_off" };

/**
 * Issues a link and sends it to the mail address or phone number that the creditor registered, as soon as a debtor may be
 * approached: Monday to Saturday between 07:00 and 20:00. The debtor sees among the letters that it was sent, without the
 * link. The same order again is answered as the first time and sends nothing more.
 */
export async function sendLink(services: Services, order: LinkSending): Promise<Result<IssuedLink, SendingRefusal>> {
  return inTransaction(services.database, (tx) => sendLinkIn(tx, services, order));
}

async function sendLinkIn(
  tx: Transaction,
  services: Services,
  order: LinkSending,
): Promise<Result<IssuedLink, SendingRefusal>> {
  const { creditorId, claimId, channel } = order;
  // What was sent already is answered again, whatever became of the claim, its debtor and the portal since.
  if (await isMade(tx, order)) return issueLinkIn(tx, services, order);
  if (channel === "sms" && !textsGo(services.config)) return err({ kind: "sms_off" });
  const claim = await tx.claim.findFirst({
    where: { id: claimId, creditorId },
    select: {
      status: true,
      reference: true,
      debtorId: true,
      debtor: { select: { name: true, email: true, phone: true, language: true } },
      creditor: { select: { name: true, formOfAddress: true } },
    },
  });
  if (!claim) return err({ kind: "claim_not_found" });
  const { status, reference, debtor, debtorId } = claim;
  if (status === "settled" || status === "closed") return err({ kind: `claim_${status}` });
  // Also where its status says something else: a dispute weighs more, and the pause runs all the same.
  if (await findRunningPause(tx, { creditorId, claimId })) return err({ kind: "claim_paused" });
  const recipient = addressOf(channel, debtor);
  if (recipient === null) return err({ kind: "no_address" });
  const owner = { creditorId, debtorId };
  if (await isStoppedAddress(tx, { owner, address: recipient })) return err({ kind: "address_stopped" });
  const issued = await issueLinkIn(tx, services, order);
  if (!issued.ok) return issued;
  const translator = translatorFor(voiceOf(languageOf(debtor.language), claim.creditor.formOfAddress));
  const about = { creditorId, claimId, reference, name: debtor.name };
  const sending = { ...about, recipient, sender: claim.creditor.name, link: issued.value, translator };
  await writeLetter(tx, services, { ...sending, channel });
  await (channel === "email" ? queueMail(tx, services, sending) : queueText(tx, services, sending));
  return ok(issued.value);
}

/** Holds the order until the transaction ends: of two at once the second is the one that comes again. */
async function isMade(tx: Transaction, { creditorId, claimId, again }: LinkSending): Promise<boolean> {
  if (again === undefined) return false;
  await lockName(tx, `link:${again.id}`);
  return (await tx.link.count({ where: { id: again.id, creditorId, claimId } })) > 0;
}

type Sending = {
  readonly creditorId: string;
  readonly claimId: string;
  readonly reference: string;
  /** The debtor's. */
  readonly name: string;
  readonly recipient: string;
  readonly sender: string;
  readonly link: IssuedLink;
  readonly translator: Translator;
};

async function writeLetter(
  tx: Transaction,
  services: Services,
  { creditorId, claimId, sender, link, translator: { t }, channel }: Sending & { channel: "email" | "sms" },
): Promise<void> {
  const now = services.clock.now();
  const id = derivedId("msg", `${link.id} sent`);
  const [subject, body] = [t("mail.link.subject"), t("mail.link.introduction", { creditor: sender })];
  const written = { subject, body, sentAt: now, createdAt: now };
  const sentBy = channel === "email" ? { mailId: derivedId("eml", link.id) } : { smsId: derivedId("sms", link.id) };
  const data = { id, creditorId, claimId, ...sentBy, direction: "outbound" as const, channel, ...written };
  await tx.message.createMany({ skipDuplicates: true, data });
}

async function queueMail(tx: Transaction, services: Services, sending: Sending): Promise<void> {
  const { creditorId, claimId, reference, name, recipient, sender, link, translator } = sending;
  const { t } = translator;
  const mail = await linkMail(tx, services, {
    ...{ creditorId, claimId, reference, name, link, sender, translator },
    subject: t("mail.link.subject"),
    introduction: t("mail.link.introduction", { creditor: sender }),
    notYou: t("mail.link.notYou", { creditor: sender }),
  });
  await tx.outgoingMail.createMany({
    skipDuplicates: true,
    data: {
      id: derivedId("eml", link.id),
      creditorId,
      claimId,
      linkId: link.id,
      kind: "link",
      recipient,
      ...mail,
      ...timesOf(services),
    },
  });
}

async function queueText(tx: Transaction, services: Services, sending: Sending): Promise<void> {
  const { creditorId, claimId, recipient, link } = sending;
  const text = await linkText(tx, services, sending);
  await tx.outgoingSms.createMany({
    skipDuplicates: true,
    data: { id: derivedId("sms", link.id), creditorId, claimId, linkId: link.id, kind: "link", recipient, text, ...timesOf(services) }, // prettier-ignore
  });
}

function timesOf({ clock }: Pick<Services, "clock">): { createdAt: Date; nextAt: Date } {
  const now = clock.now();
  return { createdAt: now, nextAt: instantInAmsterdam(nextContactMoment(amsterdamMoment(now))) };
}
