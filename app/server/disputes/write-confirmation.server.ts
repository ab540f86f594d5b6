import { disputeNumber } from "#app/domain/spoken-number.ts";
import { formatEuro } from "#app/domain/money-text.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Voice } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { writtenDay } from "#app/server/platform/clock/written-day.server.ts";
import { documentPdf, type PdfBlock } from "#app/server/platform/pdf/document-pdf.server.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { loadDisputeMessages } from "./dispute-messages.server.ts";
import { findDisputes } from "./dispute-record.server.ts";

export type ConfirmationOrder = {
  readonly creditorId: string;
  readonly debtorId: string;
  readonly disputeId: string;
  readonly voice: Voice;
};

/** A dispute as PDF: what was filed, with which files, what holds until the answer, and the decision once it is there. */
export async function writeDisputeConfirmation(
  services: Services,
  { creditorId, debtorId, disputeId, voice }: ConfirmationOrder,
): Promise<Result<{ pdf: Uint8Array<ArrayBuffer>; fileName: string }, { kind: "not_found" }>> {
  const { prisma } = services.database;
  const [dispute] = await findDisputes(prisma, { creditorId, debtorId, id: disputeId }, 1);
  if (!dispute) return err({ kind: "not_found" });
  const [creditor, debtor, claim, messages] = await Promise.all([
    prisma.creditor.findUniqueOrThrow({ where: { id: creditorId }, select: { name: true, contact: true } }),
    prisma.debtor.findFirstOrThrow({ where: { id: debtorId, creditorId }, select: { name: true } }),
    prisma.claim.findFirstOrThrow({
      where: { id: dispute.claimId, creditorId },
      select: { reference: true, description: true },
    }),
    loadDisputeMessages(services, { creditorId, disputeId }),
  ]);
  const { t, language } = translatorFor(voice);
  const { address } = creditor.contact as { address?: string };
  const number = disputeNumber(dispute.id);
  const amount = formatEuro(dispute.amount, language);
  const filedOn = writtenDay(dispute.openedOn, language);
  const files = messages.flatMap(({ documents }) => documents.map(({ fileName }) => fileName));
  const paragraph = (text: string): PdfBlock => ({ type: "paragraph", text });
  const heading = (text: string): PdfBlock => ({ type: "heading", text });
  const decided: PdfBlock[] =
    dispute.outcome === null || dispute.endedAt === null
      ? []
      : [
          heading(t("disputeMail.pdf.decision", { day: writtenDay(dayInAmsterdam(dispute.endedAt), language) })),
          paragraph(t(`disputeMail.resolved.${dispute.outcome}`, { creditor: creditor.name, number })),
          paragraph(dispute.explanation ?? ""),
        ];
  const blocks: PdfBlock[] = [
    paragraph(t("disputeMail.pdf.introduction", { creditor: creditor.name, day: filedOn })),
    {
      type: "rows",
      rows: [
        { label: t("disputeMail.pdf.number"), value: number, strong: true },
        { label: t("disputeMail.pdf.debtor"), value: debtor.name },
        { label: t("disputeMail.pdf.creditor"), value: [creditor.name, address].filter(Boolean).join("\n") },
        { label: t("disputeMail.pdf.claim"), value: [claim.reference, claim.description].filter(Boolean).join(", ") },
        { label: t("disputeMail.pdf.ground"), value: t(`disputeMail.ground.${dispute.ground}`) },
        { label: t("disputeMail.pdf.about"), value: t(`disputeMail.scope.${dispute.scope.kind}`, { amount }) },
        { label: t("disputeMail.pdf.amount"), value: amount },
        { label: t("disputeMail.pdf.before"), value: writtenDay(dispute.answerBefore, language) },
      ],
    },
    ...(dispute.text === "" ? [] : [heading(t("disputeMail.pdf.story")), paragraph(dispute.text)]),
    ...(files.length === 0 ? [] : [heading(t("disputeMail.pdf.files")), paragraph(files.join("\n"))]),
    ...(dispute.endedAt === null
      ? [heading(t("disputeMail.pdf.meanwhile")), paragraph(t("disputeMail.opened.money", { creditor: creditor.name }))]
      : []),
    ...decided,
  ];
  const pdf = await documentPdf({
    title: t("disputeMail.pdf.title", { number }),
    language,
    createdAt: dispute.createdAt,
    blocks,
    footer: t("disputeMail.pdf.footer", { creditor: creditor.name, number }),
    pageLabel: (page, pages) => t("receipt.pageLabel", { page, pages }),
  });
  return ok({ pdf: Uint8Array.from(pdf), fileName: `${number}.pdf` });
}
