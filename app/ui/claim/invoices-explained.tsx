import type { InvoiceBalance } from "#app/domain/statement.ts";
import { formatAmount, formatDay } from "#app/ui/format.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import type { ClaimView, InvoiceView } from "./claim-view.ts";
import { PlainRows } from "./plain-rows.tsx";

/** Each invoice with its days and what is left of it. */
export function InvoicesExplained({ claim: { invoices, statement } }: { claim: ClaimView }) {
  return (
    <ul className="space-y-4">
      {invoices.map((invoice) => (
        <li key={invoice.id} className="print:break-inside-avoid">
          <Invoice invoice={invoice} balance={statement.invoices.find(({ invoiceId }) => invoiceId === invoice.id)} />
        </li>
      ))}
    </ul>
  );
}

function Invoice({ invoice, balance }: { invoice: InvoiceView; balance: InvoiceBalance | undefined }) {
  const { t, language } = useTranslation();
  const { number, description, issuedOn, dueOn, amount } = invoice;
  const { credited, paid, open } = balance ?? { credited: 0n, paid: 0n, open: amount };
  return (
    <>
      <p className="mb-1 font-semibold text-ink">{t("statement.invoices.number", { number })}</p>
      {description !== "" && (
        <p dir="auto" className="mb-1">
          {description}
        </p>
      )}
      <PlainRows
        rows={[
          [t("statement.invoices.issuedOn"), formatDay(issuedOn, language)],
          [t("statement.invoices.dueOn"), formatDay(dueOn, language)],
          [t("statement.invoices.amount"), formatAmount(amount, language)],
          ...(balance && credited > 0n ? [taken(t("statement.invoices.credited"), balance.credited)] : []),
          ...(balance && paid > 0n ? [taken(t("statement.invoices.paid"), balance.paid)] : []),
          ...(open === amount
            ? []
            : [[t("statement.invoices.open"), formatAmount(balance?.open ?? amount, language)] as const]),
        ]}
      />
    </>
  );

  function taken(label: string, cents: InvoiceBalance["paid"]): readonly [string, string] {
    return [label, `−\u00a0${formatAmount(cents, language)}`];
  }
}
