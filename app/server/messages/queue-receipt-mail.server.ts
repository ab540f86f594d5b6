import { formatEuro } from "#app/domain/money-text.ts";
import { asCents, type Cents, sum } from "#app/domain/money.ts";
import { FALLBACK_LANGUAGE, isLanguage, type Language } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import { checkWordLines } from "#app/server/genuineness/check-word-lines.server.ts";
import { newId } from "#app/server/platform/crypto/random-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { layoutMail, type MailBlock } from "#app/server/platform/mail/mail-layout.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { isStoppedAddress } from "./stopped-address.server.ts";

/**
 * Puts a mail in the outbox that a payment was received, once for each payment, and among the letters of its claims. Does
 * nothing for a debtor without a mail address. The mail holds no link and names nobody but the creditor.
 */
export async function queueReceiptMail(
  tx: Transaction,
  services: Pick<Services, "clock" | "config" | "keys">,
  paymentId: string,
): Promise<void> {
  const payment = await tx.payment.findUniqueOrThrow({
    where: { id: paymentId },
    select: {
      creditorId: true,
      debtorId: true,
      amount: true,
      creditor: { select: { name: true } },
      parts: { select: { claimId: true }, orderBy: { claimId: "asc" } },
    },
  });
  const { creditorId, debtorId } = payment;
  const debtor = await tx.debtor.findFirst({
    where: { id: debtorId, creditorId },
    select: { email: true, language: true },
  });
  if (!debtor?.email) return;
  if (await isStoppedAddress(tx, services, { owner: payment, address: debtor.email })) return;
  const claims = await Promise.all(payment.parts.map((part) => claimNow(tx, services, { creditorId, ...part })));
  const language = isLanguage(debtor.language) ? debtor.language : FALLBACK_LANGUAGE;
  const claimIds = payment.parts.map(({ claimId }) => claimId);
  const { subject, paragraphs, text, html } = writeMail({
    language,
    checkWords: await checkWordLines(tx, services, { creditorId, claimIds, translator: translatorFor(language) }),
    creditor: payment.creditor.name,
    amount: asCents(payment.amount),
    references: claims.map((claim) => claim.reference),
    open: sum(claims.map((claim) => claim.open)),
    credit: sum(claims.map((claim) => claim.credit)),
  });

  const now = services.clock.now();
  const { count } = await tx.outgoingMail.createMany({
    skipDuplicates: true,
    data: {
      // The payment's own id under another prefix: there can be no second mail about it.
      id: paymentId.replace(/^pay_/, "eml_"),
      creditorId,
      claimId: payment.parts[0]?.claimId ?? null,
      kind: "payment_received",
      recipient: debtor.email,
      subject,
      text,
      html,
      createdAt: now,
      nextAt: now,
    },
  });
  if (count === 0) return;
  await tx.message.createMany({
    data: payment.parts.map(({ claimId }) => ({
      id: newId("msg", now),
      creditorId,
      claimId,
      direction: "outbound" as const,
      channel: "email" as const,
      subject,
      body: paragraphs.join("\n\n"),
      sentAt: now,
      createdAt: now,
    })),
  });
}

async function claimNow(
  tx: Transaction,
  services: Pick<Services, "clock">,
  scope: { creditorId: string; claimId: string },
): Promise<{ reference: string; open: Cents; credit: Cents }> {
  const claim = await findClaim(tx, scope);
  if (!claim) throw new Error("a payment names a claim that is not its creditor's");
  const { open, credit } = await claimStatement(tx, claim, services.clock.today());
  return { reference: claim.reference, open, credit };
}

function writeMail(receipt: {
  language: Language;
  creditor: string;
  amount: Cents;
  references: readonly string[];
  open: Cents;
  credit: Cents;
  checkWords: readonly string[];
}): { subject: string; paragraphs: string[]; text: string; html: string } {
  const { language, creditor } = receipt;
  const { t } = translatorFor(language);
  const amount = formatEuro(receipt.amount, language);
  const open = formatEuro(receipt.open, language);
  const credit = formatEuro(receipt.credit, language);
  const rows = [
    { label: t("mail.receipt.amount"), value: amount },
    { label: t("mail.receipt.creditor"), value: creditor },
    { label: t("mail.receipt.reference"), value: receipt.references.join(", ") },
    { label: t("mail.receipt.open"), value: open },
  ];
  const intro = t("mail.receipt.intro");
  const next = [
    receipt.open === 0n ? t("mail.receipt.nothingOpen") : t("mail.receipt.stillOpen", { open }),
    ...(receipt.credit > 0n ? [t("mail.receipt.credit", { credit, creditor })] : []),
  ];
  const subject = t("mail.receipt.subject");
  const paragraph = (text: string): MailBlock => ({ type: "paragraph", text });
  const blocks: MailBlock[] = [paragraph(intro), { type: "rows", rows }, ...next.map(paragraph)];
  const footer = [t("mail.receipt.footer", { creditor }), ...receipt.checkWords];
  const written = rows.map(({ label, value }) => `${label}: ${value}`).join("\n");
  return { subject, paragraphs: [intro, written, ...next], ...layoutMail({ language, title: subject, sender: creditor, blocks, footer }) }; // prettier-ignore
}
