import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { formatInstant } from "#app/ui/format.ts";
import { RefusedNote } from "#app/ui/inbox/refused-note.tsx";
import { DefinitionList } from "#app/ui/parts/definition-list.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { DeliveryLog } from "#app/ui/settings/delivery-log.tsx";
import { EndpointActs } from "#app/ui/settings/endpoint-acts.tsx";
import { endpointErrors } from "#app/ui/settings/endpoint-errors.ts";
import type {
  DeliveriesView,
  EndpointDone,
  EndpointFaultView,
  EndpointView,
  NewSecretView,
  ReceiverView,
} from "#app/ui/settings/endpoint-view.ts";
import type { FormAnswers } from "#app/ui/settings/form-answers.ts";
import { SecretOnce } from "#app/ui/settings/secret-once.tsx";
import { endpointHref, receiverHref, WEBHOOKS } from "#app/ui/settings/settings-addresses.ts";
import { SettingsShell } from "#app/ui/settings/settings-shell.tsx";
import type { SettingsFrame } from "#app/ui/settings/settings-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type SettingsEndpointPageProps = {
  frame: SettingsFrame;
  endpoint: EndpointView;
  receiver: Pick<ReceiverView, "title" | "meaning" | "tone">;
  deliveries: DeliveriesView;
  answers: FormAnswers;
  /** Of the forms on this page: one that is sent twice is one order. */
  formId: string;
  done: EndpointDone | null;
  faults?: readonly EndpointFaultView[] | undefined;
  made?: NewSecretView | undefined;
  /** It is switched off, so nothing was sent. */
  refused?: boolean | undefined;
};

/** One address: how it does, what can be done with it, and everything that was sent. */
export function SettingsEndpointPage(props: SettingsEndpointPageProps) {
  const { frame, endpoint, receiver, deliveries, answers, formId, done, faults = [], made, refused = false } = props;
  const translator = useTranslation();
  const { t } = translator;
  const errors = endpointErrors(faults, translator);
  const { id, url, description } = endpoint;
  return (
    <SettingsShell
      frame={frame}
      title={description === "" ? t("settings.webhooks.endpoint") : description}
      back={{ href: WEBHOOKS, label: t("settings.webhooks.title") }}
    >
      <ErrorSummary errors={errors} />
      {refused && <RefusedNote text={t("settings.webhooks.refused")} />}
      {made && (
        <SecretOnce done={rotatedText(made, translator)} label={t("settings.webhooks.secret")} secret={made.secret} />
      )}
      {done !== null && !made && (
        <StatusPanel tone="done">
          <p>{t(`settings.webhooks.done.${done}`)}</p>
        </StatusPanel>
      )}
      <p className="[overflow-wrap:anywhere]">{url}</p>
      <StatusPanel tone={receiver.tone}>
        <p className="font-semibold">{receiver.title}</p>
        <p>{receiver.meaning}</p>
      </StatusPanel>
      <LinkList links={[{ href: receiverHref(id), text: t("settings.webhooks.receiver.link") }]} />
      <Settings endpoint={endpoint} />
      {frame.mayChange && <EndpointActs endpoint={endpoint} answers={answers} errors={errors} formId={formId} />}
      <DeliveryLog deliveries={deliveries} href={endpointHref(id)} mayChange={frame.mayChange} />
    </SettingsShell>
  );
}

function Settings({ endpoint }: { endpoint: EndpointView }) {
  const { t, language } = useTranslation();
  const { events, signature, previousSecretUntil } = endpoint;
  const overlap =
    previousSecretUntil === null
      ? []
      : [{ term: t("settings.webhooks.oldSecret"), value: t("settings.webhooks.oldUntil", { at: formatInstant(previousSecretUntil, language) }) }]; // prettier-ignore
  return (
    <DefinitionList
      rows={[
        {
          term: t("settings.webhooks.form.reach"),
          value: events.includes("*") ? t("settings.webhooks.form.all") : events.join(", "),
        },
        { term: t("settings.webhooks.form.signature"), value: t(`settings.webhooks.signature.${signature}`) },
        ...overlap,
      ]}
    />
  );
}

function rotatedText({ until }: NewSecretView, { t, language }: ReturnType<typeof useTranslation>): string {
  return t("settings.webhooks.rotated", { at: until === null ? "" : formatInstant(until, language) });
}
