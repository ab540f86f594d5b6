import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { OpeningAct } from "#app/ui/inbox/opening-act.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { SignatureChoice } from "#app/ui/settings/endpoint-acts.tsx";
import { endpointErrors } from "#app/ui/settings/endpoint-errors.ts";
import { EndpointFields } from "#app/ui/settings/endpoint-fields.tsx";
import type { EndpointFaultView, EndpointView, NewSecretView } from "#app/ui/settings/endpoint-view.ts";
import { answerOf, type FormAnswers } from "#app/ui/settings/form-answers.ts";
import { SecretOnce } from "#app/ui/settings/secret-once.tsx";
import { endpointHref } from "#app/ui/settings/settings-addresses.ts";
import { SettingsShell } from "#app/ui/settings/settings-shell.tsx";
import type { SettingsFrame } from "#app/ui/settings/settings-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type SettingsWebhooksPageProps = {
  frame: SettingsFrame;
  endpoints: readonly EndpointView[];
  answers: FormAnswers;
  /** An endpoint was taken away just now. */
  deleted: boolean;
  faults?: readonly EndpointFaultView[] | undefined;
  made?: NewSecretView | undefined;
};

/** The addresses that messages go to, and adding one. */
export function SettingsWebhooksPage(props: SettingsWebhooksPageProps) {
  const { frame, endpoints, answers, deleted, faults = [], made } = props;
  const translator = useTranslation();
  const { t } = translator;
  const errors = endpointErrors(faults, translator);
  return (
    <SettingsShell frame={frame} title={t("settings.webhooks.title")}>
      <ErrorSummary errors={errors} />
      {made && (
        <SecretOnce done={t("settings.webhooks.added")} label={t("settings.webhooks.secret")} secret={made.secret} />
      )}
      {deleted && (
        <StatusPanel tone="done">
          <p>{t("settings.webhooks.deleted")}</p>
        </StatusPanel>
      )}
      <p>{t("settings.webhooks.intro")}</p>
      {endpoints.length === 0 && <p>{t("settings.webhooks.none")}</p>}
      <LinkList
        links={endpoints.map(({ id, url, description, condition }) => ({
          href: endpointHref(id),
          text: description === "" ? url : description,
          meta: `${description === "" ? "" : `${url} · `}${t(`settings.webhooks.condition.${condition}`)}`,
        }))}
      />
      {frame.mayChange && (
        <OpeningAct summary={t("settings.webhooks.add")} open={errors.length > 0}>
          <form method="post" noValidate>
            <HiddenFields values={{ formId: answerOf(answers, "formId") }} />
            <EndpointFields answers={answers} errors={errors} />
            <SignatureChoice answers={answers} />
            <Stack>
              <Button>{t("settings.webhooks.addButton")}</Button>
            </Stack>
          </form>
        </OpeningAct>
      )}
    </SettingsShell>
  );
}
