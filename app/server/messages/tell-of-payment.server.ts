import { formatEuro } from "#app/domain/money-text.ts";
import { asCents, type Cents, sum, ZERO } from "#app/domain/money.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { findClaim } from "#app/server/claims/claim-record.server.ts";
import { claimStatement } from "#app/server/claims/claim-statement.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { NewsBlock, WrittenNews } from "./queue-news.server.ts";
import { tellDebtor } from "./tell-debtor.server.ts";

/**
 * Tells a debtor that a payment was received, once; at any hour if the debtor has just made it. A mail about it holds no link and
 * names nobody but the creditor.
 */
export async function tellOfPayment(
  tx: Transaction,
  services: Services,
  { paymentId, atOnce }: { paymentId: string; atOnce: boolean },
): Promise<void> {
  const payment = await tx.payment.findUniqueOrThrow({
    where: { id: paymentId },
    select: {
      creditorId: true,
      debtorId: true,
      amount: true,
      parts: { select: { claimId: true }, orderBy: { claimId: "asc" } },
    },
  });
  const { creditorId, debtorId, amount, parts } = payment;
  const claims = await Promise.all(parts.map((part) => claimNow(tx, services, { creditorId, ...part })));
  await tellDebtor(tx, services, {
    creditorId,
    debtorId,
    claimIds: parts.map(({ claimId }) => claimId),
    kind: "payment_received",
    key: `${paymentId} received`,
    atOnce,
    write: (translator, creditor) =>
      writeReceipt(translator, {
        creditor,
        amount: asCents(amount),
        references: claims.map((claim) => claim.reference),
        open: sum(claims.map((claim) => claim.open)),
        credit: sum(claims.map((claim) => claim.credit)),
      }),
  });
}

/** What is asked on a claim now, and what is too much: of a closed one nothing is asked. */
async function claimNow(
  tx: Transaction,
  services: Pick<Services, "clock">,
  scope: { creditorId: string; claimId: string },
): Promise<{ reference: string; open: Cents; credit: Cents }> {
  const claim = await findClaim(tx, scope);
  if (!claim) throw new Error("a payment names a claim that is not its creditor's");
  const { open, credit } = await claimStatement(tx, claim, services.clock.today());
  return { reference: claim.reference, open: claim.status === "closed" ? ZERO : open, credit };
}

type Received = {
  readonly creditor: string;
  readonly amount: Cents;
  readonly references: readonly string[];
  readonly open: Cents;
  readonly credit: Cents;
};

function writeReceipt({ t, language }: Translator, received: Received): WrittenNews {
  const { creditor, references } = received;
  const open = formatEuro(received.open, language);
  const credit = formatEuro(received.credit, language);
  const rows = [
    { label: t("mail.receipt.amount"), value: formatEuro(received.amount, language) },
    { label: t("mail.receipt.creditor"), value: creditor },
    { label: t("mail.receipt.reference"), value: references.join(", ") },
    { label: t("mail.receipt.open"), value: open },
  ];
  const next = [
    received.open === 0n ? t("mail.receipt.nothingOpen") : t("mail.receipt.stillOpen", { open }),
    ...(received.credit > 0n ? [t("mail.receipt.credit", { credit, creditor })] : []),
  ];
  const paragraph = (text: string): NewsBlock => ({ type: "paragraph", text });
  return {
    subject: t("mail.receipt.subject"),
    blocks: [paragraph(t("mail.receipt.intro")), { type: "rows", rows }, ...next.map(paragraph)],
    footer: t("mail.receipt.footer", { creditor }),
  };
}
