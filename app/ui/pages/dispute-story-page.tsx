import { type DisputeGround, EVIDENCE_CHECKLIST } from "#app/domain/dispute/grounds.ts";
import { type DisputeError, disputeErrors } from "#app/ui/dispute/dispute-errors.ts";
import { DISPUTE_FIELDS } from "#app/ui/dispute/dispute-fields.ts";
import { type QuestionFrame, QuestionPage } from "#app/ui/claim/question-page.tsx";
import { errorAt } from "#app/ui/forms/error-at.ts";
import { Field } from "#app/ui/forms/field.tsx";
import { BulletList } from "#app/ui/parts/bullet-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type DisputeStoryPageProps = QuestionFrame & {
  readonly ground: DisputeGround;
  readonly text: string;
  readonly maximum: number;
  readonly errors: readonly DisputeError[];
};

/** Tell what is wrong, and see what helps to show it. */
export function DisputeStoryPage({
  ground,
  text,
  maximum,
  question,
  creditor,
  path,
  backHref,
  ...props
}: DisputeStoryPageProps) {
  // prettier-ignore
  const translator = useTranslation();
  const { t } = translator;
  const errors = disputeErrors(props.errors, translator);
  return (
    <QuestionPage {...{ question, errors, creditor, path, backHref }} title={t("disputePage.story.title")}>
      <p>
        {t(ground === "other" ? "disputePage.story.leadOther" : "disputePage.story.lead", { creditor: creditor.name })}
      </p>
      <Field
        name={DISPUTE_FIELDS.story}
        label={t("disputePage.story.label")}
        hint={t("disputePage.story.hint", { maximum })}
        error={errorAt(errors, DISPUTE_FIELDS.story)}
        value={text}
        multiline
      />
      <h2>{t("disputePage.story.checklistHeading")}</h2>
      <BulletList>
        {EVIDENCE_CHECKLIST[ground].map((hint) => (
          <li key={hint}>{t(`disputePage.story.evidence.${hint}`)}</li>
        ))}
      </BulletList>
      <p>{t("disputePage.story.checklistNext")}</p>
    </QuestionPage>
  );
}
