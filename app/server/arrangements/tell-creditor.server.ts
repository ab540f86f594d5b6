import { sum } from "#app/domain/money.ts";
import { formatEuro } from "#app/domain/money-text.ts";
import { LANGUAGES } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { writtenDay } from "#app/server/platform/clock/written-day.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import { layoutMail, type MailBlock } from "#app/server/platform/mail/mail-layout.server.ts";
import type { Services } from "#app/server/services.server.ts";
import type { ArrangementRecord } from "./arrangement-record.server.ts";
import { derivedId } from "./derived-id.server.ts";

export type CreditorNewsKind =
  "proposed" | "answer_due" | "miss_announced" | "accepted" | "withdrawn" | "expired" | "broken" | "completed";

/**
 * Mails those who handle claims for the creditor, in Dutch and English, once for each kind and key. It names the
 * claims by their references and the arrangement by its id, and nobody; its link leads to the inbox and opens nothing.
 */
export async function tellCreditor(
  tx: Transaction,
  services: Pick<Services, "clock" | "config">,
  { arrangement, kind, key }: { arrangement: ArrangementRecord; kind: CreditorNewsKind; key: string },
): Promise<void> {
  const { id, creditorId, claimIds, offer, decideBefore } = arrangement;
  const users = await tx.user.findMany({
    where: { creditorId, role: { in: ["owner", "handler"] } },
    select: { id: true, email: true },
  });
  const claims = await tx.claim.findMany({
    where: { creditorId, id: { in: [...claimIds] } },
    select: { reference: true },
    orderBy: { id: "asc" },
  });
  const references = claims.map(({ reference }) => reference).join(", ");
  const total = offer.schedule.length === 0 ? offer.total : sum(offer.schedule.map(({ amount }) => amount));
  const written = LANGUAGES.map((language) => {
    const { t } = translatorFor(language);
    const day = decideBefore === null ? "" : writtenDay(decideBefore, language);
    const rows = [
      { label: t("arrangementMail.creditor.reference"), value: references },
      { label: t("arrangementMail.creditor.total"), value: formatEuro(total, language) },
      { label: t("arrangementMail.creditor.arrangement"), value: id },
    ];
    return {
      subject: t(`arrangementMail.creditor.subject.${kind}`),
      blocks: [
        { type: "paragraph", text: t(`arrangementMail.creditor.text.${kind}`, { day }) },
        { type: "rows", rows },
        { type: "button", label: t("inbox.creditorMail.button"), url: new URL("/inbox", services.config.baseUrl).href },
      ] satisfies MailBlock[],
      footer: t("arrangementMail.creditor.footer"),
    };
  });
  const subject = written.map((one) => one.subject).join(" / ");
  const content = layoutMail({
    language: "nl",
    title: subject,
    sender: "Voldaan",
    blocks: written.flatMap(({ blocks }) => blocks),
    footer: written.map(({ footer }) => footer),
  });
  const now = services.clock.now();
  await tx.outgoingMail.createMany({
    skipDuplicates: true,
    data: users.map((user) => ({
      id: derivedId("eml", `${id} ${kind} ${key} ${user.id}`),
      creditorId,
      claimId: claimIds[0] ?? null,
      kind: `arrangement_${kind}_creditor`,
      recipient: user.email,
      subject,
      ...content,
      createdAt: now,
      nextAt: now,
    })),
  });
}
