import { nextContactMoment } from "#app/domain/contact-hours.ts";
import { languageOf, voiceOf } from "#app/i18n/languages.ts";
import { type Translator, translatorFor } from "#app/i18n/translator.ts";
import { amsterdamMoment, instantInAmsterdam } from "#app/server/platform/clock/amsterdam-instant.server.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { type NewsBlock, queueNews, type WrittenNews } from "./queue-news.server.ts";
import { wayToDebtor } from "./way-to-debtor.server.ts";

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
    select: {
      email: true,
      phone: true,
      channel: true,
      language: true,
      creditor: { select: { name: true, formOfAddress: true } },
    },
  });
  if (!debtor) return;
  const voice = voiceOf(languageOf(debtor.language), debtor.creditor.formOfAddress);
  const creditor = debtor.creditor.name;
  const written = news.write(translatorFor(voice), creditor);
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
  const [actor = key] = key.split(" ", 1);
  await queueNews(tx, services, {
    ...{ creditorId, creditor, claimIds, way },
    id: way.channel === "sms" ? smsId : mailId,
    kind: news.kind,
    news: { ...written, voice, actor },
    nextAt: news.atOnce ? now : instantInAmsterdam(nextContactMoment(amsterdamMoment(now))),
  });
}

function writtenBlock(block: NewsBlock): string {
  if (block.type === "paragraph") return block.text;
  return block.rows.map(({ label, value }) => `${label}: ${value}`).join("\n");
}
