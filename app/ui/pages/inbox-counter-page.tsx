import type { Schedule } from "#app/domain/arrangement/schedule.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { ActNotice } from "#app/ui/inbox/act-notice.tsx";
import type { CounterAnswers, CounterError, CounterOptionView } from "#app/ui/inbox/counter-fields.ts";
import { counterErrorText } from "#app/ui/inbox/counter-rows.tsx";
import { CounterForm } from "#app/ui/inbox/counter-form.tsx";
import { CounterPreview } from "#app/ui/inbox/counter-preview.tsx";
import { arrangementHref } from "#app/ui/inbox/inbox-addresses.ts";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import type { InboxArrangementView, InboxUser, RefusedAct } from "#app/ui/inbox/inbox-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type InboxCounterPageProps = {
  user: InboxUser;
  path: string;
  arrangement: InboxArrangementView;
  options: readonly CounterOptionView[];
  answers: CounterAnswers;
  errors?: readonly CounterError[] | undefined;
  /** The whole table, before it is sent. */
  preview?:
    | { readonly schedule: Schedule; readonly shown: string; readonly validUntil: LocalDate; readonly version: number }
    | undefined;
  /** What was sent is no longer what the table showed. */
  changed?: boolean | undefined;
  refused?: RefusedAct | undefined;
};

/** Something else is offered: what, until when and why; then the whole table; then it is sent. */
export function InboxCounterPage(props: InboxCounterPageProps) {
  const { user, path, arrangement, options, answers, errors = [], preview, changed = false } = props;
  const translator = useTranslation();
  const { t } = translator;
  const refused = props.refused ?? (arrangement.status === "proposed" ? undefined : "decided");
  const back = { href: arrangementHref(arrangement.id), label: t("inbox.counter.back") };
  const title = preview && !refused ? t("inbox.counter.checkTitle") : t("inbox.counter.title");
  return (
    <InboxShell {...{ user, path, back, title }}>
      {refused ? (
        <ActNotice arrangement={arrangement} done={null} refused={refused} />
      ) : preview ? (
        <>
          {changed && <ActNotice arrangement={arrangement} done={null} refused="amount_changed" />}
          <CounterPreview {...{ arrangement, answers, preview, action: path }} />
        </>
      ) : (
        <>
          <ErrorSummary
            errors={errors.map((error) => ({ field: error.field, message: counterErrorText(error, translator) }))}
          />
          <CounterForm {...{ arrangement, options, answers, errors, action: path }} />
        </>
      )}
    </InboxShell>
  );
}
