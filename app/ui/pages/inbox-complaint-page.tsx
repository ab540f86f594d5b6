import { complaintNumber } from "#app/domain/spoken-number.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { Quotation } from "#app/ui/arrangement/quotation.tsx";
import { aboutText } from "#app/ui/complaint/complaint-view.ts";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { formatDay, formatDayWithWeekday, formatInstant } from "#app/ui/format.ts";
import { byText } from "#app/ui/inbox/decided-text.ts";
import { INBOX } from "#app/ui/inbox/inbox-addresses.ts";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import type { InboxComplaintView, InboxUser } from "#app/ui/inbox/inbox-view.ts";
import { WhoOwes } from "#app/ui/inbox/who-owes.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type InboxComplaintPageProps = {
  user: InboxUser;
  path: string;
  complaint: InboxComplaintView;
  /** A reader looks and answers nothing. */
  mayDecide: boolean;
  today: LocalDate;
  /** It was answered on this page just now. */
  done: boolean;
  /** Somebody else answered first. */
  refused?: boolean | undefined;
  error?: "answer_missing" | "answer_too_long" | undefined;
  /** What was typed, kept as it was. */
  typed?: string | undefined;
};

/** One complaint on one screen, and the answer to it. */
export function InboxComplaintPage(props: InboxComplaintPageProps) {
  const { user, path, complaint, mayDecide, error, typed } = props;
  const translator = useTranslation();
  const { t, language } = translator;
  const { about, text, madeOn, answer, debtor } = complaint;
  const message = error && t(`complaint.inbox.error.${error}`);
  return (
    <InboxShell
      user={user}
      path={path}
      back={{ href: INBOX, label: t("inbox.item.back") }}
      title={t("complaint.inbox.title", { debtor: debtor.name })}
      wide
    >
      <ErrorSummary errors={message === undefined ? [] : [{ field: "answer", message }]} />
      <Notice {...props} />
      <div className="gap-x-10 lg:grid lg:grid-cols-[3fr_2fr] lg:items-start">
        <div className="min-w-0">
          <h2>{aboutText(about, translator)}</h2>
          <Quotation by={t("complaint.inbox.wrote", { day: formatDay(madeOn, language) })} text={text} />
          {answer !== null && (
            <Quotation
              by={t("complaint.inbox.answeredBy", { by: byText(answer.by, translator), at: formatInstant(answer.at, language) })} // prettier-ignore
              text={answer.text}
            />
          )}
          {answer === null && !mayDecide && <p className="text-ink-soft">{t("inbox.acts.readerOnly")}</p>}
          {answer === null && mayDecide && (
            <form method="post" noValidate>
              <Field
                name="answer"
                label={t("complaint.inbox.answer")}
                hint={t("complaint.inbox.answerHint")}
                error={message}
                value={typed}
                multiline
              />
              <Stack>
                <Button>{t("complaint.inbox.send")}</Button>
              </Stack>
            </form>
          )}
        </div>
        <div className="min-w-0">
          <WhoOwes owing={complaint} />
          <p className="text-small text-ink-soft">
            {t("complaint.inbox.number", { number: complaintNumber(complaint.id) })}
          </p>
        </div>
      </div>
    </InboxShell>
  );
}

function Notice({ complaint, done, refused, today }: InboxComplaintPageProps) {
  const { t, language } = useTranslation();
  if (refused) {
    return (
      <div role="alert">
        <Note tone="problem">
          <p>{t("complaint.inbox.refused")}</p>
        </Note>
      </div>
    );
  }
  if (done) {
    return (
      <StatusPanel tone="done">
        <p>{t("complaint.inbox.done")}</p>
      </StatusPanel>
    );
  }
  if (complaint.answer !== null) return null;
  const late = complaint.answerBefore < today;
  return (
    <Note tone={late ? "problem" : "wait"}>
      <p>{t("complaint.inbox.answerBefore", { day: formatDayWithWeekday(complaint.answerBefore, language) })}</p>
      {late && <p>{t("complaint.inbox.late")}</p>}
    </Note>
  );
}
