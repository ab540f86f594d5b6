import type { Translator } from "#app/i18n/translator.ts";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatInstant } from "#app/ui/format.ts";
import { Button } from "#app/ui/parts/button.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import {
  type AttemptView,
  DELIVERY_STATUSES,
  type DeliveriesView,
  type DeliveryStatusView,
  type DeliveryView,
} from "./endpoint-view.ts";

/** Everything that went to an endpoint, newest first, each opening to what was sent and what was answered. */
export function DeliveryLog(props: { deliveries: DeliveriesView; href: string; mayChange: boolean }) {
  const { deliveries, href, mayChange } = props;
  const { t } = useTranslation();
  const { items, next, status } = deliveries;
  return (
    <section>
      <h2 id="deliveries">{t("settings.webhooks.log.title")}</h2>
      <StatusFilter href={href} status={status} />
      {items.length === 0 && <p>{t("settings.webhooks.log.none")}</p>}
      {items.map((delivery) => (
        <Delivery key={delivery.id} delivery={delivery} mayChange={mayChange} />
      ))}
      {next !== null && (
        <p className="mt-4">
          <a
            href={`${href}?${query({ status, after: next })}#deliveries`}
            className="inline-flex min-h-target items-center"
          >
            {t("settings.webhooks.log.older")}
          </a>
        </p>
      )}
    </section>
  );
}

function query({ status, after }: { status: string | null; after?: string }): string {
  return new URLSearchParams({ ...(status === null ? {} : { status }), ...(after === undefined ? {} : { after }) }).toString(); // prettier-ignore
}

function StatusFilter({ href, status }: { href: string; status: DeliveryStatusView | null }) {
  const { t } = useTranslation();
  const link = (chosen: boolean) =>
    `inline-flex min-h-target items-center text-small ${chosen ? "font-semibold text-ink no-underline" : "text-ink-soft"}`;
  return (
    <nav aria-label={t("settings.webhooks.log.filter")} className="mb-2">
      <ul className="flex flex-wrap gap-x-5">
        <li>
          <a
            href={`${href}#deliveries`}
            aria-current={status === null ? "true" : undefined}
            className={link(status === null)}
          >
            {t("settings.webhooks.log.all")}
          </a>
        </li>
        {DELIVERY_STATUSES.map((one) => (
          <li key={one}>
            <a
              href={`${href}?${query({ status: one })}#deliveries`}
              aria-current={one === status ? "true" : undefined}
              className={link(one === status)}
            >
              {t(`settings.webhooks.status.${one}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const STATUS_COLOURS: Readonly<Record<DeliveryStatusView, string>> = {
  pending: "text-amber",
  delivered: "text-green",
  failed: "text-red",
  held: "text-amber",
};

function Delivery({ delivery, mayChange }: { delivery: DeliveryView; mayChange: boolean }) {
  const translator = useTranslation();
  const { t, language } = translator;
  const { eventId, type, occurredAt, status, nextAttemptAt, body, attempts } = delivery;
  return (
    <details className="group border-b border-line">
      <summary className="flex min-h-target cursor-pointer flex-wrap items-baseline justify-between gap-x-4 py-3">
        <span className="flex min-w-0 items-baseline gap-2">
          <span aria-hidden="true" className="shrink-0 text-ink-soft group-open:rotate-90">
            ›
          </span>
          <span className="min-w-0">
            <code className="underline decoration-line decoration-2 underline-offset-4">{type}</code>
            <span className="block text-small text-ink-soft">{formatInstant(occurredAt, language)}</span>
          </span>
        </span>
        <span className={`ms-auto text-small font-semibold ${STATUS_COLOURS[status]}`}>
          {t(`settings.webhooks.status.${status}`)}
        </span>
      </summary>
      <div className="pb-4">
        {nextAttemptAt !== null && (
          <p className="text-small">
            {t("settings.webhooks.log.next", { at: formatInstant(nextAttemptAt, language) })}
          </p>
        )}
        {attempts.map((attempt, index) => (
          <Attempt key={index} attempt={attempt} translator={translator} />
        ))}
        <h3 className="text-small font-semibold">{t("settings.webhooks.log.body")}</h3>
        <Verbatim text={body} />
        {mayChange && (
          <form method="post">
            <HiddenFields values={{ act: "again", event: eventId }} />
            <Button kind="quiet">{t("settings.webhooks.log.again")}</Button>
          </form>
        )}
      </div>
    </details>
  );
}

function Attempt({ attempt, translator }: { attempt: AttemptView; translator: Translator }) {
  const { t, language } = translator;
  const { number, startedAt, request, responseBody } = attempt;
  const headers = request ? Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`) : [];
  return (
    <div className="mb-4">
      <h3 className="text-small font-semibold">
        {t("settings.webhooks.log.attempt", { number, at: formatInstant(startedAt, language) })}
      </h3>
      <p className="mb-1 text-small">{outcomeText(attempt, translator)}</p>
      {request && (
        <>
          <h4 className="text-small text-ink-soft">{t("settings.webhooks.log.request")}</h4>
          <Verbatim text={[`POST ${request.url}`, ...headers].join("\n")} />
        </>
      )}
      {responseBody !== "" && (
        <>
          <h4 className="text-small text-ink-soft">{t("settings.webhooks.log.answer")}</h4>
          <Verbatim text={responseBody} />
        </>
      )}
    </div>
  );
}

/** What came of an attempt, in one line: `204 na 35 ms`. */
export function outcomeText(
  { statusCode, failure, durationMs }: Pick<AttemptView, "statusCode" | "failure" | "durationMs">,
  { t }: Pick<Translator, "t">,
): string {
  if (statusCode !== null) return t("settings.webhooks.log.answered", { status: statusCode, ms: durationMs });
  const known = FAILURES.find((one) => one === failure) ?? "other";
  return t("settings.webhooks.log.noAnswer", { why: t(`settings.webhooks.failure.${known}`), ms: durationMs });
}

const FAILURES = ["dns", "blocked_address", "connect", "tls", "timeout", "reset", "other"] as const;

/** Exactly what was sent or answered. */
export function Verbatim({ text }: { text: string }) {
  return (
    <pre className="mb-3 whitespace-pre-wrap rounded-lg border border-line bg-card p-3 font-mono text-small [overflow-wrap:anywhere]">
      {text}
    </pre>
  );
}
