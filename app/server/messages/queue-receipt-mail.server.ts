import { formatEuro } from "#app/domain/money-text.ts";
import { asCents, type Cents, sum } from "#app/domain/money.ts";
import { languageOf, type Language } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import { checkWordLines } from "#app/server/genuineness/check-word-lines.server.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { layoutMail, type MailBlock } from "#app/server/platform/mail/mail-layout.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { isStoppedAddress } from "./stopped-address.server.ts";

/**
 * Tells a debtor that a payment was received, once: a letter among those of its claims, and a mail where there is an address
 * that may be used. It holds no link and names nobody but the creditor.
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
  if (!debtor) return;
  const owner = { creditorId, debtorId };
  const known = debtor.email;
  const email = known !== null && !(await isStoppedAddress(tx, { owner, address: known })) ? known : null;
  const claims = await Promise.all(payment.parts.map((part) => claimNow(tx, services, { creditorId, ...part })));
  const language = languageOf(debtor.language);
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
  // The payment's own id under another prefix: there can be no second mail about it.
  const mailId = paymentId.replace(/^pay_/, "eml_");
  const { count } = await tx.message.createMany({
    skipDuplicates: true,
    data: payment.parts.map(({ claimId }) => ({
      id: derivedId("msg", `${paymentId} received ${claimId}`),
      creditorId,
      claimId,
      direction: "outbound" as const,
      channel: email === null ? ("portal" as const) : ("email" as const),
      subject,
      body: paragraphs.join("\n\n"),
      sentAt: now,
      createdAt: now,
      mailId: email === null ? null : mailId,
    })),
  });
  if (count === 0 || email === null) return;
  await tx.outgoingMail.createMany({
    skipDuplicates: true,
    data: {
      id: mailId,
      creditorId,
      claimId: payment.parts[0]?.claimId ?? null,
      kind: "payment_received",
      recipient: email,
      subject,
      text,
      html,
      createdAt: now,
      nextAt: now,
    },
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
