import type { LocalDate } from "#app/domain/calendar.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { Quotation } from "#app/ui/arrangement/quotation.tsx";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatDay, formatDayWithWeekday, formatInstant } from "#app/ui/format.ts";
import { byText } from "#app/ui/inbox/decided-text.ts";
import { INBOX, pauseHref } from "#app/ui/inbox/inbox-addresses.ts";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import type { InboxUser } from "#app/ui/inbox/inbox-view.ts";
import { OpeningAct } from "#app/ui/inbox/opening-act.tsx";
import type { InboxQuestionView, QuestionFormErrorView } from "#app/ui/inbox/question-view.ts";
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

export type InboxQuestionPageProps = {
  user: InboxUser;
  path: string;
  question: InboxQuestionView;
  /** A reader looks and answers nothing. */
  mayDecide: boolean;
  today: LocalDate;
  /** It was answered on this page just now. */
  done: boolean;
  /** Somebody else answered first. */
  answered?: boolean | undefined;
  error?: QuestionFormErrorView | undefined;
  /** What was typed, kept as it was. */
  typed?: string | undefined;
};

/** What a debtor told or asked on one screen: what was written, what it means, and what was done about it. */
export function InboxQuestionPage(props: InboxQuestionPageProps) {
  const { user, path, question, mayDecide, error } = props;
  const translator = useTranslation();
  const { t, language } = translator;
  const { kind, letter, askedOn, answer, debtor, pauseId } = question;
  const message = error && t(`inboxQuestion.error.${error.kind}`);
  return (
    <InboxShell
      user={user}
      path={path}
      back={{ href: INBOX, label: t("inbox.item.back") }}
      title={t(`inboxQuestion.title.${kind}`, { debtor: debtor.name })}
      wide
    >
      <ErrorSummary errors={error && message ? [{ field: error.field, message }] : []} />
      <Notice {...props} />
      <TwoColumns
        main={
          <>
            {letter && question.changes.length === 0 && (
              <Quotation
                by={t("inboxQuestion.wrote", { subject: letter.subject, day: formatDay(askedOn, language) })}
                text={letter.text}
              />
            )}
            <Changes changes={question.changes} />
            <h2>{t("inboxQuestion.whatNow")}</h2>
            <p>{t(`inboxQuestion.advice.${kind}`)}</p>
            {question.retention && <p>{keptText(question.retention, translator)}</p>}
            {pauseId !== null && <LinkList links={[{ href: pauseHref(pauseId), text: t("inboxQuestion.toPause") }]} />}
            {answer && answer.text !== "" && (
              <Quotation
                by={t("inboxQuestion.answeredBy", { by: byText(answer.by, translator), at: formatInstant(answer.at, language) })} // prettier-ignore
                text={answer.text}
              />
            )}
            {answer === null && !mayDecide && <p className="text-ink-soft">{t("inbox.acts.readerOnly")}</p>}
            {answer === null && mayDecide && <Acts {...props} message={message} />}
          </>
        }
        aside={<WhoOwes owing={question} />}
      />
    </InboxShell>
  );
}

function keptText(retention: NonNullable<InboxQuestionView["retention"]>, { t, language }: Translator): string {
  if (retention.kind !== "kept") return t(`inboxQuestion.kept.${retention.kind}`);
  return t(`inboxQuestion.kept.${retention.rule}`, { day: formatDay(retention.until, language) });
}

/** Each detail as it is and as it should be. */
function Changes({ changes }: Pick<InboxQuestionView, "changes">) {
  const { t } = useTranslation();
  if (changes.length === 0) return null;
  const nothing = t("inboxQuestion.changes.nothing");
  return (
    <section>
      <h2>{t("inboxQuestion.changes.heading")}</h2>
      <DefinitionList
        rows={changes.map(({ field, now, wanted }) => ({
          term: t(`details.field.${field}`),
          value: (
            <span className="[overflow-wrap:anywhere]">
              {now !== undefined && (
                <span className="block text-ink-soft">{t("inboxQuestion.changes.now", { value: now ?? nothing })}</span>
              )}
              <span className="block font-semibold">
                {now === undefined
                  ? t("inboxQuestion.changes.asked", { value: wanted ?? nothing })
                  : t("inboxQuestion.changes.wanted", { value: wanted ?? nothing })}
              </span>
            </span>
          ),
        }))}
      />
    </section>
  );
}

function Notice({ question, done, answered = false, today }: InboxQuestionPageProps) {
  const translator = useTranslation();
  const { t, language } = translator;
  const { answer, answerBefore } = question;
  const told = answer && t(`inboxQuestion.done.${answer.outcome}`);
  if (answered)
    return <RefusedNote text={t("inboxQuestion.refused", { by: answer ? byText(answer.by, translator) : "" })} />;
  if (answer !== null && done) {
    return (
      <StatusPanel tone="done">
        <p>{told}</p>
      </StatusPanel>
    );
  }
  if (answer !== null) {
    return (
      <Note>
        <p>
          {t("inbox.decision", {
            what: t(`inboxQuestion.outcome.${answer.outcome}`),
            by: byText(answer.by, translator),
            at: formatInstant(answer.at, language),
          })}
        </p>
      </Note>
    );
  }
  const late = answerBefore < today;
  return (
    <Note tone={late ? "problem" : "wait"}>
      <p>{t("inboxQuestion.answerBefore", { day: formatDayWithWeekday(answerBefore, language) })}</p>
      {late && <p>{t("inboxQuestion.late")}</p>}
    </Note>
  );
}

function Acts({ question, error, typed, message }: InboxQuestionPageProps & { message: string | undefined }) {
  const { t } = useTranslation();
  const own = (field: QuestionFormErrorView["field"]) => (error?.field === field ? { error: message, value: typed } : {}); // prettier-ignore
  const isChange = question.kind === "details_change";
  return (
    <>
      <form method="post" noValidate>
        <HiddenFields values={{ act: isChange ? "apply" : "handle" }} />
        <Field
          name="text"
          label={t("inboxQuestion.text")}
          hint={t(question.kind === "deceased" ? "inboxQuestion.textHintDeceased" : "inboxQuestion.textHint")}
          {...own("text")}
          multiline
        />
        <Stack>
          <Button>{t(isChange ? "inboxQuestion.apply" : "inboxQuestion.handle")}</Button>
        </Stack>
      </form>
      {isChange && (
        <OpeningAct summary={t("inboxQuestion.decline")} open={error?.field === "declineText"}>
          <form method="post" noValidate>
            <HiddenFields values={{ act: "decline" }} />
            <Field
              name="declineText"
              label={t("inboxQuestion.declineText")}
              hint={t("inboxQuestion.declineHint")}
              {...own("declineText")}
              multiline
            />
            <Stack>
              <Button>{t("inboxQuestion.decline")}</Button>
            </Stack>
          </form>
        </OpeningAct>
      )}
    </>
  );
}
