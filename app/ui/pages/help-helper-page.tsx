import { HELP_PAGE } from "#app/ui/addresses.ts";
import { type HelperAnswers, type HelperError, HELPER_FIELDS } from "#app/ui/help/helper-fields.ts";
import { HelperList, type HelperView } from "#app/ui/help/helper-list.tsx";
import { ClaimShell, type FixedFrame } from "#app/ui/claim/claim-shell.tsx";
import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import { errorAt } from "#app/ui/forms/error-at.ts";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type HelpHelperPageProps = FixedFrame & {
  /** Made with the form: sending it twice makes one link. */
  readonly helperId: string;
  readonly answers: HelperAnswers;
  readonly errors: readonly HelperError[];
  readonly mostDays: number;
  readonly helpers: readonly HelperView[];
  /** The same form was sent before, and its link was shown then. */
  readonly madeBefore: boolean;
};

const RIGHTS = ["look", "propose"] as const;

const FIELD_OF: Readonly<Record<HelperError, string>> = {
  nameMissing: HELPER_FIELDS.name,
  rightsMissing: HELPER_FIELDS.rights,
  daysWrong: HELPER_FIELDS.days,
  tooMany: HELPER_FIELDS.name,
};

/** The debtor lets somebody look along: who, what they may do, and for how long; and who does so already. */
export function HelpHelperPage(props: HelpHelperPageProps) {
  const { creditor, path, helperId, answers, mostDays, helpers, madeBefore } = props;
  const { t } = useTranslation();
  const errors = props.errors.map((kind) => ({
    field: FIELD_OF[kind],
    message: t(`helper.${kind}`, { days: mostDays }),
  }));
  return (
    <ClaimShell {...{ creditor, path }} backHref={HELP_PAGE} title={t("helper.title")}>
      <ErrorSummary errors={errors} />
      {madeBefore && (
        <Note tone="wait">
          <p>{t("helper.madeBefore")}</p>
        </Note>
      )}
      <p>{t("helper.lead")}</p>
      <p>{t("helper.sees")}</p>
      <form method="post" action={path}>
        <HiddenFields values={{ [HELPER_FIELDS.helperId]: helperId }} />
        <Field
          name={HELPER_FIELDS.name}
          label={t("helper.name")}
          hint={t("helper.nameHint")}
          error={errorAt(errors, HELPER_FIELDS.name)}
          value={answers.name}
        />
        <ChoiceCards
          name={HELPER_FIELDS.rights}
          legend={t("helper.rights")}
          error={errorAt(errors, HELPER_FIELDS.rights)}
          value={answers.rights}
          choices={RIGHTS.map((right) => ({
            value: right,
            label: t(`helper.right.${right}`),
            hint: t(`helper.rightHint.${right}`),
          }))}
        />
        <Field
          name={HELPER_FIELDS.days}
          label={t("helper.days")}
          hint={t("helper.daysHint", { count: mostDays })}
          error={errorAt(errors, HELPER_FIELDS.days)}
          value={answers.days}
          inputMode="numeric"
        />
        <Stack>
          <Button name={HELPER_FIELDS.act} value="make">
            {t("helper.button")}
          </Button>
        </Stack>
      </form>
      <HelperList helpers={helpers} />
    </ClaimShell>
  );
}
