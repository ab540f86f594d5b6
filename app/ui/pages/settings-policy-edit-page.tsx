import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import type { FormAnswers } from "#app/ui/settings/form-answers.ts";
import { policyErrors } from "#app/ui/settings/policy-error-text.ts";
import type { PolicyFaultView, PolicyTriedView } from "#app/ui/settings/policy-fields.ts";
import { PolicyFields } from "#app/ui/settings/policy-form.tsx";
import { PerMonthFields, PolicyTried } from "#app/ui/settings/policy-trial.tsx";
import { POLICY } from "#app/ui/settings/settings-addresses.ts";
import { withLabels } from "#app/ui/settings/labelled-errors.ts";
import { SettingsShell } from "#app/ui/settings/settings-shell.tsx";
import type { SettingsFrame } from "#app/ui/settings/settings-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type SettingsPolicyEditPageProps = {
  frame: SettingsFrame;
  answers: FormAnswers;
  /** How many rows there are for other amounts. */
  bands: number;
  faults?: readonly PolicyFaultView[] | undefined;
  tried?: PolicyTriedView | undefined;
};

/** Every rule of the policy in one form, to save or first to try on past claims. */
export function SettingsPolicyEditPage({ frame, answers, bands, faults = [], tried }: SettingsPolicyEditPageProps) {
  const translator = useTranslation();
  const { t } = translator;
  const errors = policyErrors(faults, translator);
  return (
    <SettingsShell
      frame={frame}
      title={t("settings.policy.edit.title")}
      back={{ href: POLICY, label: t("settings.policy.title") }}
    >
      <ErrorSummary errors={withLabels(errors, translator)} />
      {tried && (
        <section role="status">
          <h2>{t("settings.policy.edit.tried")}</h2>
          <PolicyTried tried={tried} />
          <Note tone="wait">
            <p>{t("settings.policy.edit.notSaved")}</p>
          </Note>
        </section>
      )}
      <form method="post" noValidate>
        <PolicyFields answers={answers} errors={errors} bands={bands} />
        <h2>{t("settings.policy.edit.try")}</h2>
        <p className="text-ink-soft">{t("settings.policy.edit.tryHint")}</p>
        <PerMonthFields answers={answers} errors={errors} />
        <Stack>
          <Button kind="second" name="act" value="try">
            {t("settings.policy.edit.try")}
          </Button>
          <Button name="act" value="save">
            {t("settings.save")}
          </Button>
        </Stack>
      </form>
    </SettingsShell>
  );
}
