import { type ArrangeError, arrangeErrors } from "#app/ui/arrangement/arrange-errors.ts";
import { ARRANGE_FIELDS, REASON_CODES } from "#app/ui/arrangement/arrange-fields.ts";
import { type QuestionFrame, QuestionPage } from "#app/ui/claim/question-page.tsx";
import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import { errorAt } from "#app/ui/forms/error-at.ts";
import { Field } from "#app/ui/forms/field.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type ArrangementReasonPageProps = QuestionFrame & {
  readonly answers: { readonly code: string; readonly text: string };
  readonly errors: readonly ArrangeError[];
};

export function ArrangementReasonPage(props: ArrangementReasonPageProps) {
  const { question, answers, creditor, path, backHref } = props;
  const translator = useTranslation();
  const { t } = translator;
  const errors = arrangeErrors(props.errors, { creditor: creditor.name, translator });
  const otherButton = (
    <Button kind="second" name="act" value="skip">
      {t("arrange.reason.skip")}
    </Button>
  );
  return (
    <QuestionPage {...{ title: t("arrange.reason.title"), question, errors, creditor, path, backHref, otherButton }}>
      <p>{t("arrange.reason.lead", { creditor: creditor.name })}</p>
      <ChoiceCards
        name={ARRANGE_FIELDS.reason}
        legend={t("arrange.reason.legend")}
        value={answers.code}
        choices={REASON_CODES.map((code) => ({ value: code, label: t(`arrange.reason.code.${code}`) }))}
      />
      <Field
        name={ARRANGE_FIELDS.reasonText}
        label={t("arrange.reason.textLabel")}
        hint={t("arrange.reason.textHint", { creditor: creditor.name })}
        error={errorAt(errors, ARRANGE_FIELDS.reasonText)}
        value={answers.text}
        multiline
      />
    </QuestionPage>
  );
}
