import type { HTMLInputAutoCompleteAttribute } from "react";
import { ClaimShell, type FixedFrame } from "#app/ui/claim/claim-shell.tsx";
import { DETAIL_FIELDS, DETAILS_PAGE, type DetailErrorView, type DetailFieldName } from "#app/ui/details/details-view.ts"; // prettier-ignore
import { errorAt } from "#app/ui/forms/error-at.ts";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { OfflineNote } from "#app/ui/forms/offline-note.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type DetailsChangePageProps = FixedFrame & {
  /** Makes sending the form twice one change. */
  changeId: string;
  /** What is known now, or what was typed. */
  answers: Readonly<Record<DetailFieldName, string>>;
  errors?: readonly DetailErrorView[] | undefined;
  /** Whether there is an address to confirm it from. */
  hasEmail: boolean;
};

const AUTOCOMPLETE: Readonly<Record<DetailFieldName, HTMLInputAutoCompleteAttribute>> = {
  email: "email",
  phone: "tel",
  street: "address-line1",
  houseNumber: "off",
  addressLine2: "address-line2",
  postalCode: "postal-code",
  city: "address-level2",
};

/** How the debtor can be reached, to correct. */
export function DetailsChangePage({
  creditor,
  path,
  changeId,
  answers,
  errors = [],
  hasEmail,
}: DetailsChangePageProps) {
  const { t } = useTranslation();
  const messages = errors.map(({ field, kind }) => ({ field, message: t(`details.error.${kind}`) }));
  return (
    <ClaimShell {...{ creditor, path }} backHref={DETAILS_PAGE} title={t("details.change.title")}>
      <ErrorSummary errors={messages} />
      <Note>
        <p>{hasEmail ? t("details.change.confirm") : t("details.change.creditor", { creditor: creditor.name })}</p>
      </Note>
      <form method="post" action={path} noValidate>
        <HiddenFields values={{ changeId }} />
        {DETAIL_FIELDS.map((name) => (
          <Field
            key={name}
            name={name}
            label={t(`details.field.${name}`)}
            value={answers[name]}
            error={errorAt(messages, name)}
            check={name === "email" ? { kind: "email", wrong: t("details.error.email_wrong") } : undefined}
            type={name === "email" ? "email" : name === "phone" ? "tel" : "text"}
            autoComplete={AUTOCOMPLETE[name]}
          />
        ))}
        <OfflineNote />
        <Stack>
          <Button>{t("details.change.action")}</Button>
        </Stack>
      </form>
    </ClaimShell>
  );
}
