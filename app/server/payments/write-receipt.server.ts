import type { LocalDate } from "#app/domain/calendar.ts";
import { printInFours } from "#app/domain/bank-transfer/written-code.ts";
import { type Cents, ZERO } from "#app/domain/money.ts";
import { formatEuro } from "#app/domain/money-text.ts";
import type { Voice } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { dayInAmsterdam } from "#app/server/platform/clock/clock.server.ts";
import { writtenDay } from "#app/server/platform/clock/written-day.server.ts";
import type { Services } from "#app/server/services.server.ts";
import { receiptPdf } from "./receipt-pdf.server.ts";
import { receiptView } from "./receipt-view.server.ts";

const COMPONENTS = ["costs", "vat", "interest", "principal", "credit"] as const;

/** The receipt of a debtor's paid payment as PDF, in their language; null when there is no such payment. */
export async function writeReceipt(
  services: Services,
  { debtor, paymentId, voice }: { debtor: { creditorId: string; debtorId: string }; paymentId: string; voice: Voice },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const view = await receiptView(services, { ...debtor, paymentId });
  if (!view) return null;
  const { t, language } = translatorFor(voice);
  const euro = (amount: Cents) => formatEuro(amount, language);
  const day = (date: LocalDate) => writtenDay(date, language);
  const paidOn = dayInAmsterdam(view.paidAt);
  const { name, iban, contact } = view.creditor;
  const address = (contact as { address?: string }).address;
  const parts = COMPONENTS.map((component) => ({ component, amount: view.claims.reduce((all, claim) => all + (claim.allocation?.[component] ?? ZERO), 0n) as Cents })); // prettier-ignore

  const pdf = await receiptPdf({
    language,
    createdAt: services.clock.now(),
    title: t("receipt.title"),
    introduction: t("receipt.introduction", { creditor: name, amount: euro(view.amount), day: day(paidOn) }),
    rows: [
      { label: t("receipt.amount"), value: euro(view.amount), strong: true },
      { label: t("receipt.paidOn"), value: day(paidOn) },
      { label: t("receipt.method"), value: view.method === "ideal" ? services.config.idealLabel : view.method },
      { label: t("receipt.reference"), value: view.claims.map((claim) => claim.reference).join(", ") },
      { label: t("receipt.paymentNumber"), value: view.paymentId },
      ...(view.wentBack > 0n ? [{ label: t("receipt.wentBack"), value: euro(view.wentBack) }] : []),
    ],
    allocation: {
      heading: t("receipt.allocation"),
      columns: [t("receipt.component"), t("receipt.componentAmount")],
      rows: parts.filter((part) => part.amount > 0n).map((part) => [t(`receipt.${part.component}`), euro(part.amount)] as const), // prettier-ignore
      total: [t("receipt.total"), euro(view.amount)],
    },
    closing: [t("receipt.closing")],
    creditor: {
      heading: t("receipt.receivedBy"),
      lines: [name, ...(address ? [address] : []), `IBAN ${printInFours(iban)}`],
    },
    footer: t("receipt.footer", { day: day(services.clock.today()) }),
    pageLabel: (page, pages) => t("receipt.pageLabel", { page, pages }),
  });
  return Uint8Array.from(pdf);
}
