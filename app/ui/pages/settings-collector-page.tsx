import { errorAt } from "#app/ui/forms/error-at.ts";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
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

const FIELDS = ["name", "registerNumber", "address", "phone", "email"] as const;

const TYPES: Readonly<Partial<Record<(typeof FIELDS)[number], "tel" | "email">>> = { phone: "tel", email: "email" };

export type SettingsCollectorPageProps = {
  frame: SettingsFrame;
  answers: FormAnswers;
  saved: boolean;
  faults?: readonly { readonly field: string; readonly kind: "missing" | "too_long" | "email"; readonly max?: number | undefined }[] | undefined; // prettier-ignore
};

/** Which agency collects, where the creditor does not do so itself. */
export function SettingsCollectorPage({ frame, answers, saved, faults = [] }: SettingsCollectorPageProps) {
  const translator = useTranslation();
  const { t } = translator;
  const errors = faults.map(({ field, kind, max = 0 }): LabelledError => {
    const label = t(`settings.collector.field.${field as (typeof FIELDS)[number]}`);
    return { field, label, message: t(`settings.profile.error.${kind}`, { max }) };
  });
  const filled = FIELDS.filter((name) => answerOf(answers, name) !== "");
  return (
    <SettingsShell frame={frame} title={t("settings.collector.title")}>
      <ErrorSummary errors={withLabels(errors, translator)} />
      {saved && errors.length === 0 && (
        <StatusPanel tone="done">
          <p>{t("settings.saved")}</p>
        </StatusPanel>
      )}
      <p>{t("settings.collector.intro")}</p>
      {frame.mayChange && (
        <form method="post" noValidate>
          <p className="text-ink-soft">{t("settings.collector.yourself")}</p>
          {FIELDS.map((name) => (
            <Field
              key={name}
              name={name}
              label={t(`settings.collector.field.${name}`)}
              type={TYPES[name]}
              value={answerOf(answers, name)}
              error={errorAt(errors, name)}
            />
          ))}
          <Stack>
            <Button>{t("settings.save")}</Button>
          </Stack>
        </form>
      )}
      {!frame.mayChange && filled.length > 0 && (
        <DefinitionList
          rows={filled.map((name) => ({ term: t(`settings.collector.field.${name}`), value: answerOf(answers, name) }))}
        />
      )}
      {!frame.mayChange && filled.length === 0 && <p>{t("settings.index.state.collectorNone")}</p>}
    </SettingsShell>
  );
}
