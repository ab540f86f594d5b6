import type { ArrangementPolicy } from "#app/domain/arrangement/policy.ts";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import type { FormAnswers } from "#app/ui/settings/form-answers.ts";
import { policyErrors } from "#app/ui/settings/policy-error-text.ts";
import type { PolicyFaultView, PolicyTriedView } from "#app/ui/settings/policy-fields.ts";
import { PolicyRules } from "#app/ui/settings/policy-rules.tsx";
import { PerMonthFields, PolicyTried } from "#app/ui/settings/policy-trial.tsx";
import { EDIT_POLICY } from "#app/ui/settings/settings-addresses.ts";
import { withLabels } from "#app/ui/settings/labelled-errors.ts";
import { SettingsShell } from "#app/ui/settings/settings-shell.tsx";
import type { SettingsFrame } from "#app/ui/settings/settings-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type SettingsPolicyPageProps = {
  frame: SettingsFrame;
  policy: ArrangementPolicy;
  /** What could be spared a month, as it stands in the form. */
  perMonth: FormAnswers;
  saved: boolean;
  tried?: PolicyTriedView | undefined;
  faults?: readonly PolicyFaultView[] | undefined;
};

/** The policy for arrangements in words, and what it would have answered on past claims. */
export function SettingsPolicyPage(props: SettingsPolicyPageProps) {
  const { frame, policy, perMonth, saved, tried, faults = [] } = props;
  const translator = useTranslation();
  const { t } = translator;
  const errors = policyErrors(faults, translator);
  return (
    <SettingsShell frame={frame} title={t("settings.policy.title")}>
      <ErrorSummary errors={withLabels(errors, translator)} />
      {saved && (
        <StatusPanel tone="done">
          <p>{t("settings.policy.saved")}</p>
        </StatusPanel>
      )}
      <p>{t("settings.policy.intro")}</p>
      <h2>{t("settings.policy.rules")}</h2>
      <PolicyRules policy={policy} />
      <p className="text-ink-soft">{t("settings.policy.later")}</p>
      {frame.mayChange && (
        <Stack>
          <ButtonLink href={EDIT_POLICY}>{t("settings.policy.change")}</ButtonLink>
        </Stack>
      )}
      <section>
        <h2>{t("settings.policy.trial.title")}</h2>
        <p>{t("settings.policy.trial.how")}</p>
        <form method="post" noValidate>
          <PerMonthFields answers={perMonth} errors={errors} />
          <Stack>
            <Button kind="second">{t("settings.policy.trial.button")}</Button>
          </Stack>
        </form>
        {tried && (
          <div role="status">
            <PolicyTried tried={tried} />
          </div>
        )}
      </section>
    </SettingsShell>
  );
}
