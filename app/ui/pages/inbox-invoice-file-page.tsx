import { EVIDENCE_ACCEPT } from "#app/ui/evidence/evidence-fields.ts";
import type { EvidenceErrorKey } from "#app/ui/evidence/evidence-errors.ts";
import { FileField } from "#app/ui/forms/file-field.tsx";
import { SelectField } from "#app/ui/forms/select-field.tsx";
import { ClaimActShell, type ClaimHeadView } from "#app/ui/inbox/claim-act-shell.tsx";
import type { InboxUser } from "#app/ui/inbox/inbox-view.ts";
import { Button } from "#app/ui/parts/button.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type InboxInvoiceFilePageProps = {
  user: InboxUser;
  path: string;
  head: ClaimHeadView;
  /** Why the file was not added. */
  error?: EvidenceErrorKey | undefined;
};

/** A picture of an invoice, for the debtor to look at. */
export function InboxInvoiceFilePage({ user, path, head, error }: InboxInvoiceFilePageProps) {
  const { t } = useTranslation();
  const message = error && t(`evidence.error.${error}`);
  const errors = message === undefined ? [] : [{ field: "file", message }];
  return (
    <ClaimActShell {...{ user, path, head, errors }} title={t("inboxInvoiceFile.title")}>
      <p>{t("inboxInvoiceFile.lead")}</p>
      <form method="post" action={path} encType="multipart/form-data" noValidate>
        {head.invoices.length > 1 && (
          <SelectField
            name="invoice"
            label={t("inboxInvoiceFile.invoice")}
            options={head.invoices.map(({ id, number }) => ({ value: id, label: number }))}
          />
        )}
        <FileField
          name="file"
          label={t("inboxInvoiceFile.file")}
          hint={t("inboxInvoiceFile.fileHint")}
          error={message}
          accept={EVIDENCE_ACCEPT}
        />
        <Button>{t("inboxInvoiceFile.add")}</Button>
      </form>
    </ClaimActShell>
  );
}
