import type { Voice } from "#app/i18n/languages.ts";
import { type Translator, translatorFor } from "#app/i18n/translator.ts";
import { type IssuedLink, issueLinkIn } from "#app/server/access/issue-link.server.ts";
import { checkWordLines } from "#app/server/genuineness/check-word-lines.server.ts";
import { printPaperCode } from "#app/server/platform/crypto/paper-code.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { layoutMail, type MailBlock } from "#app/server/platform/mail/mail-layout.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { DebtorWay } from "./way-to-debtor.server.ts";

export type NewsBlock = Extract<MailBlock, { type: "paragraph" | "rows" }>;

/** What a piece of news says; `linkLabel` gives the mail a link with that on its button, where the debtor has to act. */
export type WrittenNews = {
  readonly subject: string;
  readonly blocks: readonly NewsBlock[];
  readonly linkLabel?: string | undefined;
  /** Small print of the mail, where it is not the usual one. */
  readonly footer?: string;
};

/** News as it is kept while it waits, so that it can be told in another way. Without a link: each mail or text has its own. */
export type KeptNews = WrittenNews & {
  readonly voice: Voice;
  /** Who made it news, as the audit log names the maker of its links. */
  readonly actor: string;
};

export type NewsOrder = {
  /** Of the mail or text message: the same is queued once. */
  readonly id: string;
  readonly creditorId: string;
  /** In whose name. */
  readonly creditor: string;
  /** At least one: the link leads to the first. */
  readonly claimIds: readonly string[];
  readonly kind: string;
  readonly news: KeptNews;
  readonly way: DebtorWay;
  readonly nextAt: Date;
};

/** Puts news for a debtor among the mails or text messages that wait. */
export async function queueNews(tx: Transaction, services: Services, order: NewsOrder): Promise<void> {
  const { id, creditorId, claimIds, kind, news, way, nextAt } = order;
  const { voice, actor, subject, blocks, linkLabel, footer } = news;
  const kept = { voice, actor, subject, blocks, ...(linkLabel === undefined ? {} : { linkLabel }), ...(footer === undefined ? {} : { footer }) }; // prettier-ignore
  const { recipient } = way;
  const row = { id, creditorId, kind, recipient, createdAt: services.clock.now(), nextAt, news: kept };
  const claimId = claimIds[0] ?? "";
  if (way.channel === "sms") {
    const data = { ...row, claimId, ...(await newsText(tx, services, order)) };
    await tx.outgoingSms.createMany({ skipDuplicates: true, data });
  } else {
    const data = { ...row, claimId, ...(await newsMail(tx, services, order)) };
    await tx.outgoingMail.createMany({ skipDuplicates: true, data });
  }
}

async function newsMail(tx: Transaction, services: Services, order: NewsOrder) {
  const { creditorId, creditor, claimIds, news } = order;
  const { subject, blocks, linkLabel } = news;
  const translator = translatorFor(news.voice);
  const { t, language } = translator;
  const link = linkLabel === undefined ? null : await linkTo(tx, services, order);
  const footer = news.footer ?? t(link ? "arrangementMail.footer.link" : "arrangementMail.footer.noLink", { creditor });
  const layout = layoutMail({
    language,
    title: subject,
    sender: creditor,
    blocks: link && linkLabel !== undefined ? [...blocks, ...wayIn(services, { link, linkLabel, translator })] : blocks,
    footer: [
      footer,
      ...(await checkWordLines(tx, services, { creditorId, claimIds, translator, by: link ? "code" : "mail" })),
    ],
  });
  return { linkId: link?.id ?? null, subject, ...layout };
}

/** What it is about and the way to read it: a text message is too short for more. */
async function newsText(tx: Transaction, services: Services, order: NewsOrder) {
  const { creditorId, creditor, claimIds, news } = order;
  const translator = translatorFor(news.voice);
  const { id: linkId, codeUrl: address } = await linkTo(tx, services, order);
  const said = translator.t("mail.news.sms", { creditor, subject: news.subject, address });
  const words = await checkWordLines(tx, services, { creditorId, claimIds, translator, by: "text" });
  return { linkId, text: [said, ...words].join("\n") };
}

/** The way in, for the first claim: a session shows all of this debtor's claims with the creditor. */
async function linkTo(tx: Transaction, services: Services, order: NewsOrder): Promise<IssuedLink> {
  const { creditorId, claimIds, news, way } = order;
  const claimId = claimIds[0] ?? "";
  const link = await issueLinkIn(tx, services, { creditorId, claimId, channel: way.channel, actor: news.actor });
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
