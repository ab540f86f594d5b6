import { addMonths, type LocalDate } from "#app/domain/calendar.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { Quotation } from "#app/ui/arrangement/quotation.tsx";
import { errorAt } from "#app/ui/forms/error-at.ts";
import { ErrorSummary, type FormError } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatDay, formatDayWithWeekday } from "#app/ui/format.ts";
import { byText } from "#app/ui/inbox/decided-text.ts";
import { INBOX, questionHref } from "#app/ui/inbox/inbox-addresses.ts";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import type { InboxUser } from "#app/ui/inbox/inbox-view.ts";
import { OpeningAct } from "#app/ui/inbox/opening-act.tsx";
import type { DoneOnPause, InboxPauseView, PauseFormAnswersView, PauseFormErrorView } from "#app/ui/inbox/pause-view.ts"; // prettier-ignore
import { RefusedNote } from "#app/ui/inbox/refused-note.tsx";
import { TwoColumns } from "#app/ui/inbox/two-columns.tsx";
import { WhoOwes } from "#app/ui/inbox/who-owes.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { DefinitionList } from "#app/ui/parts/definition-list.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type InboxPausePageProps = {
  user: InboxUser;
  path: string;
  pause: InboxPauseView;
  /** A reader looks and decides nothing. */
  mayDecide: boolean;
  done: DoneOnPause | null;
  /** It ended while this page was open. */
  ended?: boolean | undefined;
  errors?: readonly PauseFormErrorView[] | undefined;
  /** What was typed, kept as it was. */
  answers?: PauseFormAnswersView | undefined;
};

/** A claim that rests on one screen: why, until when, what was written, and to make it longer or end it. */
export function InboxPausePage(props: InboxPausePageProps) {
  const { user, path, pause, mayDecide, errors = [] } = props;
  const translator = useTranslation();
  const { t, language } = translator;
  const messages = errors.map((error) => formError(error, translator));
  return (
    <InboxShell
      user={user}
      path={path}
      back={{ href: INBOX, label: t("inbox.item.back") }}
      title={t(pause.ended ? "inboxPause.titleEnded" : "inboxPause.title", { debtor: pause.debtor.name })}
      wide
    >
      <ErrorSummary errors={messages} />
      <Notice {...props} />
      <TwoColumns
        main={
          <>
            <section>
              <h2>{t("inboxPause.why")}</h2>
              <DefinitionList rows={rowsOf(pause, translator)} />
              {pause.letter && (
                <>
                  <Quotation
                    by={t("inboxPause.letter", { subject: pause.letter.subject, day: formatDay(pause.letter.on, language) })} // prettier-ignore
                    text={pause.letter.text}
                  />
                  <LinkList
                    links={[{ href: questionHref(pause.letter.questionId), text: t("inboxPause.toQuestion") }]}
                  />
                </>
              )}
            </section>
            {pause.ended === null && !mayDecide && <p className="text-ink-soft">{t("inbox.acts.readerOnly")}</p>}
            {pause.ended === null && mayDecide && <Acts {...props} messages={messages} />}
          </>
        }
        aside={<WhoOwes owing={pause} />}
      />
    </InboxShell>
  );
}

function rowsOf({ reason, text, by, startedOn, untilOn, extended, ended }: InboxPauseView, translator: Translator) {
  const { t, language } = translator;
  const written = text === "" ? [] : [{ term: t(extended > 0 ? "inboxPause.helpedBy" : "inboxPause.text"), value: text }]; // prettier-ignore
  const until = untilOn === null ? t("inboxPause.noEnd") : formatDayWithWeekday(untilOn, language);
  const end = ended && { term: t("inboxPause.endedRow"), value: t("inboxPause.endedOn", { day: formatDay(ended.on, language), by: byText(ended.by, translator) }) }; // prettier-ignore
  return [
    { term: t("inboxPause.reason"), value: t(`pause.creditorMail.reason.${reason}`) },
    ...written,
    { term: t("inboxPause.by"), value: byText(by, translator) },
    { term: t("inboxPause.since"), value: formatDay(startedOn, language) },
    { term: t("inboxPause.until"), value: until },
    ...(end ? [end] : []),
  ];
}

function Notice({ pause, done, ended = false }: InboxPausePageProps) {
  const { t, language } = useTranslation();
  if (ended) return <RefusedNote text={t("inboxPause.refused")} />;
  if (done !== null && (done === "ended") === (pause.ended !== null)) {
    return (
      <StatusPanel tone="done">
        <p>{t(`inboxPause.done.${done}`)}</p>
      </StatusPanel>
    );
  }
  if (pause.ended !== null) return null;
  return (
    <Note>
      <p>
        {pause.untilOn === null
          ? t("inboxPause.restsOn")
          : t("inboxPause.restsUntil", { day: formatDayWithWeekday(pause.untilOn, language) })}
      </p>
    </Note>
  );
}

function Acts({ pause, answers, messages }: InboxPausePageProps & { messages: readonly FormError[] }) {
  const { t, language } = useTranslation();
  const { untilOn, reason } = pause;
  const at = (field: string) => errorAt(messages, field);
  // What the debtor asked for without a last day cannot be made longer.
  const canChange = untilOn !== null || reason === "creditor";
  return (
    <section>
      <h2>{t("inboxPause.acts")}</h2>
      {canChange && (
        <OpeningAct
          summary={t("inboxPause.extend.summary")}
          open={at("until") !== undefined || at("extendReason") !== undefined}
        >
          <form method="post" noValidate>
            <HiddenFields values={{ act: "extend" }} />
            <Field
              name="until"
              type="date"
              label={t("inboxPause.extend.until")}
              hint={t("inboxPause.extend.untilHint")}
              error={at("until")}
              value={answers?.until ?? nextLast(untilOn)}
            />
            <Field
              name="extendReason"
              label={t("inboxPause.words")}
              hint={t("inboxPause.wordsHint")}
              error={at("extendReason")}
              value={answers?.extendReason}
              multiline
            />
            <Stack>
              <Button>{t("inboxPause.extend.button")}</Button>
            </Stack>
          </form>
        </OpeningAct>
      )}
      <OpeningAct summary={t("inboxPause.end.summary")} open={at("endReason") !== undefined}>
        <p className="text-ink-soft">{t("inboxPause.end.what")}</p>
        {untilOn !== null && reason !== "creditor" && (
          <p className="text-ink-soft">{t("inboxPause.end.promised", { day: formatDay(untilOn, language) })}</p>
        )}
        <form method="post" noValidate>
          <HiddenFields values={{ act: "end" }} />
          <Field
            name="endReason"
            label={t("inboxPause.words")}
            hint={t("inboxPause.wordsHint")}
            error={at("endReason")}
            value={answers?.endReason}
            multiline
          />
          <Stack>
            <Button>{t("inboxPause.end.button")}</Button>
          </Stack>
        </form>
      </OpeningAct>
    </section>
  );
}

const nextLast = (untilOn: LocalDate | null): string => (untilOn === null ? "" : addMonths(untilOn, 1));

function formError(error: PauseFormErrorView, { t, language }: Translator): FormError {
  const { field, kind } = error;
  if (kind === "not_longer") {
    const day = error.untilOn === null ? "" : formatDay(error.untilOn, language);
    return { field, message: t("inboxPause.error.not_longer", { day }) };
  }
  return { field, message: t(`inboxPause.error.${kind}`) };
}
