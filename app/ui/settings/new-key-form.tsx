import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import { CompactChecks } from "#app/ui/forms/compact-checks.tsx";
import { errorAt } from "#app/ui/forms/error-at.ts";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { answerOf, answersOf, type FormAnswers } from "./form-answers.ts";
import { scopeText } from "./key-text.ts";

export type NewKeyFormProps = {
  /** As the API names them. */
  scopes: readonly string[];
  answers: FormAnswers;
  errors: readonly FormError[];
};

/** What a new key is for, what it may do and until when. */
export function NewKeyForm({ scopes, answers, errors }: NewKeyFormProps) {
  const translator = useTranslation();
  const { t } = translator;
  const some = (
    <CompactChecks
      name="scopes"
      legend={t("settings.keys.form.scopes")}
      values={answersOf(answers, "scopes")}
      error={errorAt(errors, "scopes")}
      choices={scopes.map((value) => ({ value, label: scopeText(value, translator) }))}
    />
  );
  return (
    <form method="post" noValidate>
      <HiddenFields values={{ formId: answerOf(answers, "formId") }} />
      <Field
        name="name"
        label={t("settings.keys.form.name")}
        hint={t("settings.keys.form.nameHint")}
        value={answerOf(answers, "name")}
        error={errorAt(errors, "name")}
      />
      <ChoiceCards
        name="reach"
        legend={t("settings.keys.form.reach")}
        value={answerOf(answers, "reach")}
        choices={[
          { value: "some", label: t("settings.keys.form.some"), hint: t("settings.keys.form.someHint"), extra: some },
          { value: "all", label: t("settings.keys.everything"), hint: t("settings.keys.form.allHint") },
        ]}
      />
      <Field
        name="expiresOn"
        type="date"
        label={t("settings.keys.form.expiresOn")}
        hint={t("settings.keys.form.expiresOnHint")}
        value={answerOf(answers, "expiresOn")}
        error={errorAt(errors, "expiresOn")}
      />
      <Stack>
        <Button>{t("settings.keys.form.button")}</Button>
      </Stack>
    </form>
  );
}
