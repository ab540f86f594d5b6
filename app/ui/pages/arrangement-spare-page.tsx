import type { Cents } from "#app/domain/money.ts";
import { type ArrangeError, arrangeErrors } from "#app/ui/arrangement/arrange-errors.ts";
import { ARRANGE_FIELDS } from "#app/ui/arrangement/arrange-fields.ts";
import { type QuestionFrame, QuestionPage } from "#app/ui/claim/question-page.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { formatAmount } from "#app/ui/format.ts";
import { errorAt } from "#app/ui/forms/error-at.ts";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type ArrangementSparePageProps = QuestionFrame & {
  readonly text: string;
  readonly errors: readonly ArrangeError[];
  /** The least that is accepted at once; null when the policy accepts nothing at once here. */
  readonly least: Cents | null;
  /** What is left to spread. */
  readonly rest: Cents;
  /** asked: the creditor wants the budget sheet first. used: it was filled in. */
  readonly budget: "free" | "asked" | "used";
  readonly budgetHref: string;
  readonly cannotHref: string;
};

export function ArrangementSparePage(props: ArrangementSparePageProps) {
  const { question, text, least, rest, budget, budgetHref, cannotHref, creditor, path, backHref } = props;
  const translator = useTranslation();
  const { t, language } = translator;
  const errors = arrangeErrors(props.errors, { creditor: creditor.name, translator });
  const maximum = formatAmount(rest, language);
  const below = (
    <LinkList
      links={[
        { href: budgetHref, text: t("arrange.spare.budget") },
        { href: cannotHref, text: t("arrange.spare.cannot") },
      ]}
    />
  );
  return (
    <QuestionPage {...{ title: t("arrange.spare.title"), question, errors, creditor, path, backHref, below }}>
      <p>{t("arrange.spare.left", { amount: maximum })}</p>
      {budget === "asked" && (
        <Note tone="wait">
          <p>{t("arrange.spare.budgetAsked", { creditor: creditor.name })}</p>
        </Note>
      )}
      {budget === "used" && <p>{t("arrange.spare.budgetUsed")}</p>}
      <Field
        name={ARRANGE_FIELDS.spare}
        label={t("arrange.spare.label")}
        hint={
          least === null
            ? t("arrange.spare.hintNoMinimum", { maximum })
            : t("arrange.spare.hint", { minimum: formatAmount(least, language), maximum })
        }
        error={errorAt(errors, ARRANGE_FIELDS.spare)}
        value={text}
        check={{ kind: "amount", wrong: t("arrange.errors.spareUnreadable") }}
        amount
      />
    </QuestionPage>
  );
}
