import { EVENT_TYPES } from "#app/domain/events.ts";
import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import { CompactChecks } from "#app/ui/forms/compact-checks.tsx";
import { errorAt } from "#app/ui/forms/error-at.ts";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { answerOf, answersOf, type FormAnswers } from "./form-answers.ts";

/** Only the receiver of a test gets a test. */
const CHOICES = EVENT_TYPES.filter((type) => type !== "webhook.test");

/** Where messages go, which, and what the address is called. */
export function EndpointFields({ answers, errors }: { answers: FormAnswers; errors: readonly FormError[] }) {
  const { t } = useTranslation();
  const some = (
    <CompactChecks
      name="events"
      legend={t("settings.webhooks.form.events")}
      values={answersOf(answers, "events")}
      error={errorAt(errors, "events")}
      choices={CHOICES.map((value) => ({ value, label: <code className="text-small">{value}</code> }))}
    />
  );
  return (
    <>
      <Field
        name="url"
        label={t("settings.webhooks.form.url")}
        hint={t("settings.webhooks.form.urlHint")}
        value={answerOf(answers, "url")}
        error={errorAt(errors, "url")}
      />
      <Field
        name="description"
        label={t("settings.webhooks.form.description")}
        value={answerOf(answers, "description")}
        error={errorAt(errors, "description")}
      />
      <ChoiceCards
        name="reach"
        legend={t("settings.webhooks.form.reach")}
        value={answerOf(answers, "reach")}
        choices={[
          { value: "all", label: t("settings.webhooks.form.all"), hint: t("settings.webhooks.form.allHint") },
          { value: "some", label: t("settings.webhooks.form.some"), extra: some },
        ]}
      />
    </>
  );
}
