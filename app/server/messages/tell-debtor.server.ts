import { nextContactMoment } from "#app/domain/contact-hours.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { type Translator, translatorFor } from "#app/i18n/translator.ts";
import { issueLinkIn } from "#app/server/access/issue-link.server.ts";
import { checkWordLines } from "#app/server/genuineness/check-word-lines.server.ts";
import { amsterdamMoment, instantInAmsterdam } from "#app/server/platform/clock/amsterdam-instant.server.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import { printPaperCode } from "#app/server/platform/crypto/paper-code.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { layoutMail, type MailBlock } from "#app/server/platform/mail/mail-layout.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { isStoppedAddress } from "./stopped-address.server.ts";

export type NewsBlock = Extract<MailBlock, { type: "paragraph" | "rows" }>;

/** What a piece of news says; `linkLabel` gives the mail a link with that on its button, where the debtor has to act. */
export type WrittenNews = {
  readonly subject: string;
  readonly blocks: readonly NewsBlock[];
  readonly linkLabel?: string | undefined;
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
 * Tells a debtor something, once: a mail to the registered address, in the debtor's language, and the same among the
 * letters of each claim. Letters never hold a link. Without an address, or with one at which nobody knows the debtor, there
 * are only the letters.
 */
export async function tellDebtor(tx: Transaction, services: Services, news: DebtorNews): Promise<void> {
  const { creditorId, debtorId, claimIds, key, kind } = news;
  const now = services.clock.now();
  const debtor = await tx.debtor.findFirst({
    where: { id: debtorId, creditorId },
    select: { email: true, language: true, creditor: { select: { name: true } } },
  });
  if (!debtor) return;
  const translator = translatorFor(languageOf(debtor.language));
  const creditor = debtor.creditor.name;
  const { subject, blocks, linkLabel } = news.write(translator, creditor);
  const owner = { creditorId, debtorId };
  const email = debtor.email && !(await isStoppedAddress(tx, { owner, address: debtor.email })) ? debtor.email : null;

  const mailId = derivedId("eml", key);
  const { count } = await tx.message.createMany({
    skipDuplicates: true,
    data: claimIds.map((claimId) => ({
      id: derivedId("msg", `${key} ${claimId}`),
      creditorId,
      claimId,
      direction: "outbound" as const,
      channel: email ? ("email" as const) : ("portal" as const),
      subject,
      body: blocks.map(writtenBlock).join("\n\n"),
      sentAt: now,
      createdAt: now,
      disputeId: news.disputeId ?? null,
      ownOnly: news.ownOnly ?? false,
      mailId: email ? mailId : null,
    })),
  });
  if (count === 0 || !email) return;
  const linkBlocks = linkLabel === undefined ? [] : await linkTo(tx, services, { news, translator, linkLabel });
  const footer = linkBlocks.length > 0 ? "arrangementMail.footer.link" : "arrangementMail.footer.noLink";
  await tx.outgoingMail.createMany({
    skipDuplicates: true,
    data: {
      id: mailId,
      creditorId,
      claimId: claimIds[0] ?? null,
      kind,
      recipient: email,
      subject,
      ...layoutMail({
        language: translator.language,
        title: subject,
        sender: creditor,
        blocks: [...blocks, ...linkBlocks],
        footer: [
          translator.t(footer, { creditor }),
          ...(await checkWordLines(tx, services, { creditorId, claimIds, translator })),
        ],
      }),
      createdAt: now,
      nextAt: news.atOnce ? now : instantInAmsterdam(nextContactMoment(amsterdamMoment(now))),
    },
  });
}

/** The way in, for the first claim: a session shows all of this debtor's claims with the creditor. */
async function linkTo(
  tx: Transaction,
  services: Services,
  { news, translator: { t }, linkLabel }: { news: DebtorNews; translator: Translator; linkLabel: string },
): Promise<MailBlock[]> {
  const { creditorId, claimIds, key } = news;
  const claimId = claimIds[0] ?? "";
  const [actor = key] = key.split(" ", 1);
  const link = await issueLinkIn(tx, services, { creditorId, claimId, channel: "email", actor });
  if (!link.ok) throw new Error(`no link to claim ${claimId}: ${link.error.kind}`);
  const address = new URL("/c", services.config.baseUrl).href;
  return [
    { type: "button", label: linkLabel, url: link.value.url },
    { type: "paragraph", text: t("mail.newLink.doubt", { address }) },
    { type: "code", label: t("mail.newLink.code"), code: printPaperCode(link.value.code) },
  ];
}

function writtenBlock(block: NewsBlock): string {
  if (block.type === "paragraph") return block.text;
  return block.rows.map(({ label, value }) => `${label}: ${value}`).join("\n");
}
