import { nextContactMoment } from "#app/domain/contact-hours.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { type Translator, translatorFor } from "#app/i18n/translator.ts";
import { type IssuedLink, issueLinkIn } from "#app/server/access/issue-link.server.ts";
import { checkWordLines } from "#app/server/genuineness/check-word-lines.server.ts";
import { amsterdamMoment, instantInAmsterdam } from "#app/server/platform/clock/amsterdam-instant.server.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import { printPaperCode } from "#app/server/platform/crypto/paper-code.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { layoutMail, type MailBlock } from "#app/server/platform/mail/mail-layout.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type DebtorWay, wayToDebtor } from "./way-to-debtor.server.ts";

export type NewsBlock = Extract<MailBlock, { type: "paragraph" | "rows" }>;

/** What a piece of news says; `linkLabel` gives the mail a link with that on its button, where the debtor has to act. */
export type WrittenNews = {
  readonly subject: string;
  readonly blocks: readonly NewsBlock[];
  readonly linkLabel?: string | undefined;
  /** Small print of the mail, where it is not the usual one. */
  readonly footer?: string;
};

export type DebtorNews = {
  readonly creditorId: string;
  readonly debtorId: string;
  /** At least one: the letters of each hold it, and the link leads to the first. */
  readonly claimIds: readonly string[];
  /** Of the mail, as operators see it: `dispute_opened`. */
  readonly kind: string;
  /** Names this piece of news: the same key is told once. */
  readonly key: string;
  /** Whether it answers what the debtor just did, and may go at any hour. */
  readonly atOnce: boolean;
  /** The dispute that its letter is part of. */
  readonly disputeId?: string;
  /** Not for somebody who helps the debtor. */
  readonly ownOnly?: boolean;
  readonly write: (translator: Translator, creditor: string) => WrittenNews;
};

/**
 * Tells a debtor something, once: by mail to the registered address, or by text message for who prefers that, in the debtor's
 * language, and the same among the letters of each claim. Letters never hold a link. Without an address, or with one at which
 * nobody knows the debtor, there are only the letters.
 */
export async function tellDebtor(tx: Transaction, services: Services, news: DebtorNews): Promise<void> {
  const { creditorId, debtorId, claimIds, key } = news;
  const now = services.clock.now();
  const debtor = await tx.debtor.findFirst({
    where: { id: debtorId, creditorId },
    select: { email: true, phone: true, channel: true, language: true, creditor: { select: { name: true } } },
  });
  if (!debtor) return;
  const translator = translatorFor(languageOf(debtor.language));
  const creditor = debtor.creditor.name;
  const written = news.write(translator, creditor);
  const way = await wayToDebtor(tx, services, { owner: { creditorId, debtorId }, ...debtor });
  const [mailId, smsId] = [derivedId("eml", key), derivedId("sms", key)];
  const { count } = await tx.message.createMany({
    skipDuplicates: true,
    data: claimIds.map((claimId) => ({
      id: derivedId("msg", `${key} ${claimId}`),
      creditorId,
      claimId,
      direction: "outbound" as const,
      channel: way?.channel ?? ("portal" as const),
      subject: written.subject,
      body: written.blocks.map(writtenBlock).join("\n\n"),
      sentAt: now,
      createdAt: now,
      disputeId: news.disputeId ?? null,
      ownOnly: news.ownOnly ?? false,
      mailId: way?.channel === "email" ? mailId : null,
      smsId: way?.channel === "sms" ? smsId : null,
    })),
  });
  if (count === 0 || !way) return;
  const nextAt = news.atOnce ? now : instantInAmsterdam(nextContactMoment(amsterdamMoment(now)));
  const { kind } = news;
  const row = { creditorId, kind, recipient: way.recipient, createdAt: now, nextAt };
  const telling = { news, written, translator, creditor };
  if (way.channel === "sms") {
    const data = { ...row, id: smsId, ...(await newsText(tx, services, telling)) };
    await tx.outgoingSms.createMany({ skipDuplicates: true, data });
  } else {
    const data = { ...row, id: mailId, claimId: claimIds[0] ?? null, ...(await newsMail(tx, services, telling)) };
    await tx.outgoingMail.createMany({ skipDuplicates: true, data });
  }
}

type Telling = {
  readonly news: DebtorNews;
  readonly written: WrittenNews;
  readonly translator: Translator;
  readonly creditor: string;
};

async function newsMail(tx: Transaction, services: Services, { news, written, translator, creditor }: Telling) {
  const { creditorId, claimIds } = news;
  const { subject, blocks, linkLabel } = written;
  const { t, language } = translator;
  const link = linkLabel === undefined ? null : await linkTo(tx, services, { news, channel: "email" });
  const footer = written.footer ?? t(link ? "arrangementMail.footer.link" : "arrangementMail.footer.noLink", { creditor }); // prettier-ignore
  const layout = layoutMail({
    language,
    title: subject,
    sender: creditor,
    blocks: link && linkLabel !== undefined ? [...blocks, ...wayIn(services, { link, linkLabel, translator })] : blocks,
    footer: [footer, ...(await checkWordLines(tx, services, { creditorId, claimIds, translator }))],
  });
  return { linkId: link?.id ?? null, subject, ...layout };
}

/** What it is about and the way to read it: a text message is too short for more. */
async function newsText(tx: Transaction, services: Services, { news, written, translator, creditor }: Telling) {
  const { creditorId, claimIds } = news;
  const { id: linkId, codeUrl: address } = await linkTo(tx, services, { news, channel: "sms" });
  const said = translator.t("mail.news.sms", { creditor, subject: written.subject, address });
  const words = await checkWordLines(tx, services, { creditorId, claimIds, translator });
  return { claimId: claimIds[0] ?? "", linkId, text: [said, ...words].join("\n") };
}

/** The way in, for the first claim: a session shows all of this debtor's claims with the creditor. */
async function linkTo(
  tx: Transaction,
  services: Services,
  { news: { creditorId, claimIds, key }, channel }: { news: DebtorNews; channel: DebtorWay["channel"] },
): Promise<IssuedLink> {
  const claimId = claimIds[0] ?? "";
  const [actor = key] = key.split(" ", 1);
  const link = await issueLinkIn(tx, services, { creditorId, claimId, channel, actor });
  if (!link.ok) throw new Error(`no link to claim ${claimId}: ${link.error.kind}`);
  return link.value;
}

function wayIn(
  { config }: Services,
  { link, linkLabel, translator: { t } }: { link: IssuedLink; linkLabel: string; translator: Translator },
): MailBlock[] {
  const address = new URL("/c", config.baseUrl).href;
  return [
    { type: "button", label: linkLabel, url: link.url },
    { type: "paragraph", text: t("mail.newLink.doubt", { address }) },
    { type: "code", label: t("mail.newLink.code"), code: printPaperCode(link.code) },
  ];
}

function writtenBlock(block: NewsBlock): string {
  if (block.type === "paragraph") return block.text;
  return block.rows.map(({ label, value }) => `${label}: ${value}`).join("\n");
}
