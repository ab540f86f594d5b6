import { type ArrangeError, arrangeErrors } from "#app/ui/arrangement/arrange-errors.ts";
import { ARRANGE_FIELDS } from "#app/ui/arrangement/arrange-fields.ts";
import { type ClaimFrame, ClaimShell } from "#app/ui/claim/claim-shell.tsx";
import { ContactLinks } from "#app/ui/claim/contact-links.tsx";
import { errorAt } from "#app/ui/forms/error-at.ts";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { MoneyHelp } from "#app/ui/parts/money-help.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type ArrangementUnaffordablePageProps = ClaimFrame & {
  readonly text: string;
  readonly errors: readonly ArrangeError[];
};

/** Help first, then a person, whatever can be spared. */
export function ArrangementUnaffordablePage({ text, ...props }: ArrangementUnaffordablePageProps) {
  const { creditor, path, backHref } = props;
  const translator = useTranslation();
  const { t } = translator;
  const errors = arrangeErrors(props.errors, { creditor: creditor.name, translator });
  return (
    <ClaimShell {...{ creditor, path, backHref, title: t("arrange.unaffordable.title") }}>
      <ErrorSummary errors={errors} />
      <p>{t("arrange.unaffordable.lead")}</p>
      <h2>{t("arrange.unaffordable.helpHeading")}</h2>
      <MoneyHelp />
      <LinkList links={[{ href: "/help", text: t("arrange.unaffordable.allHelp") }]} />
      <h2>{t("arrange.unaffordable.personHeading", { creditor: creditor.name })}</h2>
      <p>{t("arrange.unaffordable.person")}</p>
      <form method="post" action={path}>
        <Field
          name={ARRANGE_FIELDS.spare}
          label={t("arrange.unaffordable.label")}
          hint={t("arrange.unaffordable.hint")}
          error={errorAt(errors, ARRANGE_FIELDS.spare)}
          value={text}
          amount
        />
        <Stack>
          <Button>{t("common.continue")}</Button>
        </Stack>
      </form>
      <ContactLinks creditor={creditor} />
    </ClaimShell>
  );
}
