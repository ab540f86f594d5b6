import { COMPLAINT_SUBJECTS } from "#app/domain/complaint.ts";
import { type ClaimFrame, ClaimShell } from "#app/ui/claim/claim-shell.tsx";
import type { ComplaintErrorView } from "#app/ui/complaint/complaint-view.ts";
import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import { errorAt } from "#app/ui/forms/error-at.ts";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { OfflineNote } from "#app/ui/forms/offline-note.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type ComplaintPageProps = ClaimFrame & {
  /** What was typed, kept as it was. */
  answers: { readonly about: string; readonly text: string };
  errors?: readonly ComplaintErrorView[] | undefined;
};

/** A complaint about how somebody was treated; what is wrong with the bill is another form. */
export function ComplaintPage({ creditor, path, backHref, answers, errors = [] }: ComplaintPageProps) {
  const { t } = useTranslation();
  const messages = errors.map(({ field, kind }) => ({ field, message: t(`complaint.error.${kind}`) }));
  return (
    <ClaimShell {...{ creditor, path, backHref }} title={t("complaint.title")}>
      <ErrorSummary errors={messages} />
      <p>{t("complaint.lead", { creditor: creditor.name })}</p>
      <Note>
        <p>{t("complaint.notDispute")}</p>
      </Note>
      <LinkList links={[{ href: "/claim/dispute", text: t("complaint.dispute") }]} />
      <form method="post" action={path} noValidate>
        <ChoiceCards
          name="about"
          legend={t("complaint.aboutLegend")}
          value={answers.about}
          error={errorAt(messages, "about")}
          choices={COMPLAINT_SUBJECTS.map((about) => ({ value: about, label: t(`complaint.about.${about}`) }))}
        />
        <Field
          name="text"
          label={t("complaint.text")}
          hint={t("complaint.textHint")}
          value={answers.text}
          error={errorAt(messages, "text")}
          multiline
        />
        <OfflineNote />
        <Stack>
          <Button>{t("common.continue")}</Button>
        </Stack>
      </form>
    </ClaimShell>
  );
}
