import { formatInstant } from "#app/ui/format.ts";
import { DefinitionList } from "#app/ui/parts/definition-list.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { outcomeText, Verbatim } from "#app/ui/settings/delivery-log.tsx";
import type { EndpointView, ReceiverView } from "#app/ui/settings/endpoint-view.ts";
import { endpointHref } from "#app/ui/settings/settings-addresses.ts";
import { SettingsShell } from "#app/ui/settings/settings-shell.tsx";
import type { SettingsFrame } from "#app/ui/settings/settings-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type SettingsReceiverPageProps = { frame: SettingsFrame; endpoint: EndpointView; receiver: ReceiverView };

/** What is wrong with a receiver, what to do about it, and what that means for what has not arrived. */
export function SettingsReceiverPage({ frame, endpoint, receiver }: SettingsReceiverPageProps) {
  const { t } = useTranslation();
  const { title, meaning, tone, faults } = receiver;
  return (
    <SettingsShell
      frame={frame}
      title={t("settings.webhooks.receiver.title")}
      back={{ href: endpointHref(endpoint.id), label: t("settings.webhooks.endpoint") }}
    >
      <p className="[overflow-wrap:anywhere]">{endpoint.url}</p>
      <StatusPanel tone={tone}>
        <p className="font-semibold">{title}</p>
        <p>{meaning}</p>
      </StatusPanel>
      <ol className="mt-6 space-y-4">
        {faults.map(({ code, happened, next }) => (
          <li key={code} className="rounded-card border border-line bg-card p-4">
            <p className="mb-1">{happened}</p>
            <p className="mb-0 font-semibold">{next}</p>
          </li>
        ))}
      </ol>
      <LastAttempt receiver={receiver} />
      <Numbers receiver={receiver} />
    </SettingsShell>
  );
}

function LastAttempt({ receiver: { lastAttempt } }: { receiver: ReceiverView }) {
  const translator = useTranslation();
  const { t, language } = translator;
  if (lastAttempt === null) return null;
  const { type, startedAt, responseBody } = lastAttempt;
  return (
    <section>
      <h2>{t("settings.webhooks.receiver.last")}</h2>
      <p>
        <code>{type}</code>, {formatInstant(startedAt, language)}: {outcomeText(lastAttempt, translator)}
      </p>
      {responseBody !== "" && <Verbatim text={responseBody} />}
    </section>
  );
}

function Numbers({ receiver }: { receiver: ReceiverView }) {
  const { t, language } = useTranslation();
  const { looked, lastSuccessAt, missing, nextAttemptAt, disabledAt } = receiver;
  const at = (time: string | null) =>
    time === null ? t("settings.webhooks.receiver.never") : formatInstant(time, language);
  const next = nextAttemptAt === null ? [] : [{ term: t("settings.webhooks.receiver.next"), value: at(nextAttemptAt) }];
  const off = disabledAt === null ? [] : [{ term: t("settings.webhooks.receiver.offAt"), value: at(disabledAt) }];
  return (
    <section>
      <h2>{t("settings.webhooks.receiver.numbers")}</h2>
      <DefinitionList
        rows={[
          { term: t("settings.webhooks.receiver.lastSuccess"), value: at(lastSuccessAt) },
          {
            term: t("settings.webhooks.receiver.looked"),
            value: t("settings.webhooks.receiver.lookedAt", { ...looked }),
          },
          { term: t("settings.webhooks.receiver.waiting"), value: missing.waiting },
          { term: t("settings.webhooks.receiver.held"), value: missing.held },
          { term: t("settings.webhooks.receiver.givenUp"), value: missing.givenUp },
          ...next,
          ...off,
        ]}
      />
    </section>
  );
}
