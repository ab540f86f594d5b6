import type { LocalDate } from "#app/domain/calendar.ts";
import type { Cents } from "#app/domain/money.ts";
import { formatAmount, formatDay } from "#app/ui/format.ts";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type ReceiptView = { readonly href: string; readonly paidOn: LocalDate; readonly amount: Cents };

/** Proof of each payment, to keep. */
export function Receipts({ receipts }: { receipts: readonly ReceiptView[] }) {
  const { t, language } = useTranslation();
  if (receipts.length === 0) return null;
  return (
    <section>
      <h2>{t("overview.receipts.heading")}</h2>
      <LinkList
        links={receipts.map(({ href, paidOn, amount }) => ({
          href,
          text: t("overview.receipts.link", {
            day: formatDay(paidOn, language),
            amount: formatAmount(amount, language),
          }),
        }))}
      />
    </section>
  );
}
