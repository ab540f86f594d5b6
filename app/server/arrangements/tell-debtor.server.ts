import { nextContactMoment } from "#app/domain/contact-hours.ts";
import { type Cents, sum, ZERO } from "#app/domain/money.ts";
import { FALLBACK_LANGUAGE, isLanguage } from "#app/i18n/languages.ts";
import { type Translator, translatorFor } from "#app/i18n/translator.ts";
import { issueLinkIn } from "#app/server/access/issue-link.server.ts";
import { type ClaimRecord, findClaim } from "#app/server/claims/claim-record.server.ts";
import { amsterdamMoment, instantInAmsterdam } from "#app/server/platform/clock/amsterdam-instant.server.ts";
import { printPaperCode } from "#app/server/platform/crypto/paper-code.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { layoutMail, type MailBlock } from "#app/server/platform/mail/mail-layout.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { ArrangementRecord } from "./arrangement-record.server.ts";
import { ASKS_FOR_AN_ACT, type DebtorNews, KEEPS_TO_CONTACT_HOURS } from "./debtor-news.server.ts";
import { debtorNewsText, type NewsBlock } from "./debtor-news-text.server.ts";
import { derivedId } from "./derived-id.server.ts";
import { planNow } from "./plan-now.server.ts";

export type DebtorTidings = {
  readonly arrangement: ArrangementRecord;
  readonly news: DebtorNews;
  /** Names this piece of news: the same kind with the same key is told once. */
  readonly key: string;
};

/**
 * Tells a debtor what became of an arrangement, once: a mail to the registered address, in the debtor's language, and
 * the same among the letters of each of its claims. Where the debtor has to act the mail carries a link and a code; the
 * letters never hold one. Without an address there are only the letters.
 */
export async function tellDebtor(tx: Transaction, services: Services, tidings: DebtorTidings): Promise<void> {
  const { arrangement, news, key } = tidings;
  const { creditorId, debtorId, claimIds } = arrangement;
  const now = services.clock.now();
  const about = `${arrangement.id} ${news.kind} ${key}`;
  const debtor = await tx.debtor.findFirst({
    where: { id: debtorId, creditorId },
    select: { email: true, language: true, creditor: { select: { name: true } } },
  });
  if (!debtor) return;
  const translator = translatorFor(isLanguage(debtor.language) ? debtor.language : FALLBACK_LANGUAGE);
  const creditor = debtor.creditor.name;
  const money = await moneyOf(tx, services, arrangement);
  const { subject, blocks } = debtorNewsText({ news, arrangement, money, creditor }, translator);

  const { count } = await tx.message.createMany({
    skipDuplicates: true,
    data: claimIds.map((claimId) => ({
      id: derivedId("msg", `${about} ${claimId}`),
      creditorId,
      claimId,
      direction: "outbound" as const,
      channel: debtor.email ? ("email" as const) : ("portal" as const),
      subject,
      body: blocks.map(writtenBlock).join("\n\n"),
      sentAt: now,
      createdAt: now,
    })),
  });
  if (count === 0 || !debtor.email) return;
  const linkBlocks = ASKS_FOR_AN_ACT.has(news.kind) ? await linkTo(tx, services, tidings, translator) : [];
  const footer = linkBlocks.length > 0 ? "arrangementMail.footer.link" : "arrangementMail.footer.noLink";
  await tx.outgoingMail.createMany({
    skipDuplicates: true,
    data: {
      id: derivedId("eml", about),
      creditorId,
      claimId: claimIds[0] ?? null,
      kind: `arrangement_${news.kind}`,
      recipient: debtor.email,
      subject,
      ...layoutMail({
        language: translator.language,
        title: subject,
        sender: creditor,
        blocks: [...blocks, ...linkBlocks],
        footer: [translator.t(footer, { creditor })],
      }),
      createdAt: now,
      nextAt: KEEPS_TO_CONTACT_HOURS.has(news.kind) ? instantInAmsterdam(nextContactMoment(amsterdamMoment(now))) : now,
    },
  });
}

/** The way in, for the first claim of the arrangement: a session shows all of this debtor's claims with the creditor. */
async function linkTo(
  tx: Transaction,
  services: Services,
  { arrangement, news }: DebtorTidings,
  { t }: Translator,
): Promise<MailBlock[]> {
  const { creditorId, claimIds } = arrangement;
  const claimId = claimIds[0] ?? "";
  const link = await issueLinkIn(tx, services, { creditorId, claimId, channel: "email", actor: arrangement.id });
  if (!link.ok) throw new Error(`no link to arrangement ${arrangement.id}: ${link.error.kind}`);
  const address = new URL("/c", services.config.baseUrl).href;
  return [
    {
      type: "button",
      label: t(news.kind === "countered" ? "arrangementMail.button.offer" : "arrangementMail.button.plan"),
      url: link.value.url,
    },
    { type: "paragraph", text: t("mail.newLink.doubt", { address }) },
    { type: "code", label: t("mail.newLink.code"), code: printPaperCode(link.value.code) },
  ];
}

/** What was paid on an arrangement that ran, and what is open on its claims. */
async function moneyOf(
  tx: Transaction,
  services: Services,
  arrangement: ArrangementRecord,
): Promise<{ paid: Cents; open: Cents } | null> {
  if (arrangement.acceptedOn === null) return null;
  const { creditorId, claimIds } = arrangement;
  const claims: ClaimRecord[] = [];
  for (const claimId of claimIds) {
    const claim = await findClaim(tx, { creditorId, claimId });
    if (claim) claims.push(claim);
  }
  const { plan, statements } = await planNow(tx, { arrangement, claims, today: services.clock.today() });
  const asked = claims.filter(({ status }) => status !== "closed");
  return { paid: plan.paid, open: sum(asked.map(({ id }) => statements.get(id)?.open ?? ZERO)) };
}

function writtenBlock(block: NewsBlock): string {
  if (block.type === "paragraph") return block.text;
  return block.rows.map(({ label, value }) => `${label}: ${value}`).join("\n");
}
