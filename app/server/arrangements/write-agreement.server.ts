import { missedRules, moneyRules, type PlanRule } from "#app/domain/arrangement/plan-rules.ts";
import { type Cents, sum } from "#app/domain/money.ts";
import { formatEuro } from "#app/domain/money-text.ts";
import type { Voice } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { writtenDay } from "#app/server/platform/clock/written-day.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { arrangementPdf } from "./arrangement-pdf.server.ts";
import { agreedSchedule, findArrangements } from "./arrangement-record.server.ts";
import { planRuleText } from "./plan-rule-text.server.ts";

export type AgreementOrder = {
  readonly debtor: { readonly creditorId: string; readonly debtorId: string };
  /** Of one claim, or the newest of all. */
  readonly claimId: string | null;
  readonly voice: Voice;
};

/**
 * The newest agreement of a debtor as PDF: as it was made, on the day it was made. What changed since is on the page.
 * Null when none was ever made.
 */
export async function writeAgreement(
  services: Services,
  { debtor, claimId, voice }: AgreementOrder,
): Promise<{ arrangementId: string; pdf: Uint8Array<ArrayBuffer> } | null> {
  const { prisma } = services.database;
  const { creditorId, debtorId } = debtor;
  const ofClaim = claimId === null ? {} : { claims: { some: { claimId } } };
  const where = { creditorId, debtorId, acceptedOn: { not: null }, ...ofClaim };
  const [arrangement] = await findArrangements(prisma, where, 1);
  if (!arrangement?.acceptedOn || !arrangement.acceptedAt) return null;
  const [creditor, parties, claims] = await Promise.all([
    prisma.creditor.findUniqueOrThrow({ where: { id: creditorId }, select: { name: true, contact: true } }),
    prisma.debtor.findFirst({ where: { id: debtorId, creditorId }, select: { name: true } }),
    prisma.claim.findMany({
      where: { creditorId, id: { in: [...arrangement.claimIds] } },
      select: { reference: true, description: true },
      orderBy: { id: "asc" },
    }),
  ]);

  const translator = translatorFor(voice);
  const { t, language } = translator;
  const euro = (amount: Cents) => formatEuro(amount, language);
  const written = (rules: readonly PlanRule[]) => rules.map((rule) => planRuleText(rule, translator)).join(" ");
  const schedule = agreedSchedule(arrangement);
  const acceptedOn = writtenDay(arrangement.acceptedOn, language);
  const total = euro(sum(schedule.map(({ amount }) => amount)));
  const { address } = creditor.contact as { address?: string };

  const pdf = await arrangementPdf({
    language,
    createdAt: arrangement.acceptedAt,
    title: t("agreement.title"),
    introduction: t("agreement.introduction", { creditor: creditor.name, total, day: acceptedOn }),
    rows: [
      { label: t("agreement.debtor"), value: parties?.name ?? "" },
      { label: t("agreement.creditor"), value: [creditor.name, address].filter(Boolean).join("\n") },
      { label: t("agreement.claims"), value: claims.map(({ reference, description }) => [reference, description].filter(Boolean).join(", ")).join("\n") }, // prettier-ignore
      { label: t("agreement.agreedOn"), value: acceptedOn },
      { label: t("agreement.number"), value: arrangement.id },
      { label: t("agreement.total"), value: total, strong: true },
    ],
    plan: {
      heading: t("agreement.planHeading"),
      columns: [t("agreement.instalment"), t("agreement.dueOn"), t("agreement.amount")],
      rows: schedule.map(({ seq, dueOn, amount }) => [String(seq), writtenDay(dueOn, language), euro(amount)] as const),
      total: [t("agreement.together"), "", total],
    },
    rules: [
      { heading: t("agreement.moneyHeading"), texts: [written(moneyRules(arrangement))] },
      { heading: t("agreement.missedHeading"), texts: [written(missedRules(arrangement)), t("agreement.air")] },
      { heading: t("agreement.questionsHeading"), texts: [t("agreement.questions", { creditor: creditor.name })] },
    ],
    footer: t("agreement.footer", { creditor: creditor.name, day: acceptedOn }),
    pageLabel: (page, pages) => t("receipt.pageLabel", { page, pages }),
  });
  return { arrangementId: arrangement.id, pdf: Uint8Array.from(pdf) };
}
