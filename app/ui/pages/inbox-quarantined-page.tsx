import { parseDecimal } from "#app/domain/money.ts";
import type { Language } from "#app/i18n/languages.ts";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { formatAmount, formatDay } from "#app/ui/format.ts";
import { byText } from "#app/ui/inbox/decided-text.ts";
import { claimHref, QUARANTINE } from "#app/ui/inbox/inbox-addresses.ts";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import type { InboxUser } from "#app/ui/inbox/inbox-view.ts";
import type { QuarantineView } from "#app/ui/inbox/payments-view.ts";
import { quarantineReason } from "#app/ui/inbox/quarantine-reason.ts";
import { RefusedNote } from "#app/ui/inbox/refused-note.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { DefinitionList } from "#app/ui/parts/definition-list.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type InboxQuarantinedPageProps = {
  user: InboxUser;
  path: string;
  item: QuarantineView;
  /** A reader looks and decides nothing. */
  mayDecide: boolean;
  /** It was seen to on this page just now. */
  done: boolean;
  /** Somebody else saw to it first. */
  taken?: boolean | undefined;
  error?: "missing" | "too_long" | undefined;
  /** What was typed, kept as it was. */
  typed?: string | undefined;
};

/** One payment that does not fit: what was expected, what was seen, and what somebody did about it. */
export function InboxQuarantinedPage(props: InboxQuarantinedPageProps) {
  const { user, path, item, mayDecide, done, taken = false, error, typed } = props;
  const translator = useTranslation();
  const { t, language } = translator;
  const { reason, expected, received, providerId, providerStatus, on, claims, resolved } = item;
  const message = error && t(`inboxPayment.quarantine.error.${error}`);
  const nothing = t("inboxPayment.quarantine.unknown");
  return (
    <InboxShell
      user={user}
      path={path}
      back={{ href: QUARANTINE, label: t("inboxPayment.quarantine.title") }}
      title={quarantineReason(reason, translator)}
    >
      <ErrorSummary errors={message === undefined ? [] : [{ field: "resolution", message }]} />
      {taken && (
        <RefusedNote
          text={t("inboxPayment.quarantine.taken", { by: resolved ? byText(resolved.by, translator) : "" })}
        />
      )}
      {done && resolved && (
        <StatusPanel tone="done">
          <p>{t("inboxPayment.quarantine.done")}</p>
        </StatusPanel>
      )}
      <DefinitionList
        rows={[
          { term: t("inboxPayment.quarantine.expected"), value: asWritten(expected, language) || nothing },
          { term: t("inboxPayment.quarantine.received"), value: asWritten(received, language) || nothing },
          { term: t("inboxPayment.quarantine.provider"), value: providerId },
          { term: t("inboxPayment.quarantine.providerStatus"), value: providerStatus || nothing },
          { term: t("inboxPayment.quarantine.since"), value: formatDay(on, language) },
        ]}
      />
      {claims.length > 0 && (
        <LinkList
          links={claims.map(({ id, reference }) => ({
            href: claimHref(id),
            text: t("inboxClaim.title", { reference }),
          }))}
        />
      )}
      <Note>
        <p>{t("inboxPayment.quarantine.advice")}</p>
      </Note>
      {resolved && (
        <p className="whitespace-pre-line [overflow-wrap:anywhere]">
          {t("inboxPayment.quarantine.resolvedBy", {
            by: byText(resolved.by, translator),
            day: formatDay(resolved.on, language),
            text: resolved.resolution,
          })}
        </p>
      )}
      {!resolved && !mayDecide && <p className="text-ink-soft">{t("inbox.acts.readerOnly")}</p>}
      {!resolved && mayDecide && (
        <form method="post" action={path} noValidate>
          <Field
            name="resolution"
            label={t("inboxPayment.quarantine.resolution")}
            hint={t("inboxPayment.quarantine.resolutionHint")}
            error={message}
            value={typed}
            multiline
          />
          <Stack>
            <Button>{t("inboxPayment.quarantine.resolve")}</Button>
          </Stack>
        </form>
      )}
    </InboxShell>
  );
}

/** Of two amounts the amount as everywhere else; of anything else what the provider says, as it says it. */
function asWritten(fact: string, language: Language): string {
  const amount = parseDecimal(fact);
  return amount.ok ? formatAmount(amount.value, language) : fact;
}
