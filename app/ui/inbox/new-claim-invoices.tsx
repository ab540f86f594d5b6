import { Field } from "#app/ui/forms/field.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import type { TypedInvoiceView } from "./new-claim-view.ts";

type InvoicesProps = { invoices: readonly TypedInvoiceView[]; at: (field: string) => string | undefined };

/** Each invoice of a claim, to be added to or taken away. */
export function NewClaimInvoices({ invoices, at }: InvoicesProps) {
  const { t } = useTranslation();
  return (
    <>
      {invoices.map((invoice, index) => (
        <Invoice key={index} {...{ invoice, at }} number={index + 1} alone={invoices.length === 1} />
      ))}
      <p className="mb-0">
        <Button kind="quiet" name="act" value="add">
          {t("inboxNewClaim.add")}
        </Button>
      </p>
      <p className="text-small text-ink-soft">{t("inboxNewClaim.files")}</p>
    </>
  );
}

type InvoiceProps = Pick<InvoicesProps, "at"> & { invoice: TypedInvoiceView; number: number; alone: boolean };

function Invoice({ invoice, number, alone, at }: InvoiceProps) {
  const { t } = useTranslation();
  const common = (field: keyof TypedInvoiceView) => {
    const name = `${field}-${number}`;
    return { name, error: at(name), value: invoice[field] };
  };
  return (
    <fieldset className="mb-4 rounded-card border border-line px-4">
      <legend className="px-2 font-semibold">{t("inboxNewClaim.invoice", { number })}</legend>
      <div className="sm:grid sm:grid-cols-2 sm:items-end sm:gap-x-4">
        <Field {...common("number")} label={t("inboxNewClaim.number")} />
        <Field {...common("amount")} label={t("inboxNewClaim.amount")} amount />
        <Field {...common("issuedOn")} type="date" label={t("inboxNewClaim.issuedOn")} />
        <Field {...common("dueOn")} type="date" label={t("inboxNewClaim.dueOn")} hint={t("inboxNewClaim.dueOnHint")} />
      </div>
      <Field {...common("description")} label={t("inboxNewClaim.description")} />
      {!alone && (
        <p className="mb-2">
          <Button kind="quiet" name="act" value={`remove-${number}`}>
            {t("inboxNewClaim.remove", { number })}
          </Button>
        </p>
      )}
    </fieldset>
  );
}
