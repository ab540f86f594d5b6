import { errorAt } from "#app/ui/forms/error-at.ts";
import { ErrorSummary, type FormError } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { DefinitionList } from "#app/ui/parts/definition-list.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { answerOf, type FormAnswers } from "#app/ui/settings/form-answers.ts";
import { type LabelledError, withLabels } from "#app/ui/settings/labelled-errors.ts";
import { SettingsShell } from "#app/ui/settings/settings-shell.tsx";
import type { SettingsFrame } from "#app/ui/settings/settings-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

const FIELDS = ["name", "text", "phone", "url"] as const;

export type SettingsHelpContactsPageProps = {
  frame: SettingsFrame;
  /** `name-1`, `text-1` and so on, one number for each. */
  answers: FormAnswers;
  /** How many there is room for. */
  rows: number;
  saved: boolean;
  faults?: readonly { readonly field: string; readonly kind: "missing" | "too_long" | "web"; readonly max?: number | undefined }[] | undefined; // prettier-ignore
};

/** Who helps the creditor's customers free of charge, besides those that help everybody. */
export function SettingsHelpContactsPage({ frame, answers, rows, saved, faults = [] }: SettingsHelpContactsPageProps) {
  const translator = useTranslation();
  const { t } = translator;
  const errors = faults.map(({ field, kind, max = 0 }): LabelledError => {
    const [name = "", number = ""] = field.split("-");
    const label = `${t("settings.helpContacts.one", { number })}, ${t(`settings.helpContacts.field.${name as (typeof FIELDS)[number]}`)}`; // prettier-ignore
    return { field, label, message: t(`settings.profile.error.${kind}`, { max }) };
  });
  const numbers = Array.from({ length: rows }, (_, index) => index + 1);
  return (
    <SettingsShell frame={frame} title={t("settings.helpContacts.title")}>
      <ErrorSummary errors={withLabels(errors, translator)} />
      {saved && errors.length === 0 && (
        <StatusPanel tone="done">
          <p>{t("settings.saved")}</p>
        </StatusPanel>
      )}
      <p>{t("settings.helpContacts.intro")}</p>
      {frame.mayChange ? (
        <form method="post" noValidate>
          <p className="text-ink-soft">{t("settings.helpContacts.emptyRows")}</p>
          {numbers.map((number) => (
            <Contact key={number} {...{ number, answers, errors }} />
          ))}
          <Stack>
            <Button>{t("settings.save")}</Button>
          </Stack>
        </form>
      ) : (
        <DefinitionList
          rows={numbers
            .filter((number) => answerOf(answers, `name-${number}`) !== "")
            .map((number) => ({ term: answerOf(answers, `name-${number}`), value: restOf(answers, number) }))}
        />
      )}
    </SettingsShell>
  );
}

type ContactProps = { number: number; answers: FormAnswers; errors: readonly FormError[] };

function Contact({ number, answers, errors }: ContactProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="mt-6 border-t border-line pt-2">
      <legend className="pe-3 font-semibold">{t("settings.helpContacts.one", { number })}</legend>
      {FIELDS.map((field) => (
        <Field
          key={field}
          name={`${field}-${number}`}
          label={t(`settings.helpContacts.field.${field}`)}
          type={field === "phone" ? "tel" : "text"}
          value={answerOf(answers, `${field}-${number}`)}
          error={errorAt(errors, `${field}-${number}`)}
        />
      ))}
    </fieldset>
  );
}

function restOf(answers: FormAnswers, number: number): string {
  return FIELDS.slice(1).map((field) => answerOf(answers, `${field}-${number}`)).filter((text) => text !== "").join(" · "); // prettier-ignore
}
