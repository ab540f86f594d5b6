import type { Cents } from "#app/domain/money.ts";
import { type ArrangeError, arrangeErrors } from "#app/ui/arrangement/arrange-errors.ts";
import { ARRANGE_FIELDS } from "#app/ui/arrangement/arrange-fields.ts";
import { type QuestionFrame, QuestionPage } from "#app/ui/claim/question-page.tsx";
import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { formatAmount } from "#app/ui/format.ts";
import { errorAt } from "#app/ui/forms/error-at.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type ArrangementDepositPageProps = QuestionFrame & {
  /** `choice`: yes, no, or empty before the first answer. */
  readonly answers: { readonly choice: string; readonly text: string };
  readonly errors: readonly ArrangeError[];
  readonly minimum: Cents;
  readonly maximum: Cents;
  /** What the creditor asks to be paid at once; zero for nothing. */
  readonly asked: Cents;
};

export function ArrangementDepositPage(props: ArrangementDepositPageProps) {
  const { question, answers, minimum, maximum, asked, creditor, path, backHref } = props;
  const translator = useTranslation();
  const { t, language } = translator;
  const title = t("arrange.deposit.title");
  const errors = arrangeErrors(props.errors, { creditor: creditor.name, translator });
  const amount = (
    <Field
      name={ARRANGE_FIELDS.deposit}
      label={t("arrange.deposit.label")}
      hint={t("arrange.deposit.labelHint", {
        minimum: formatAmount(minimum, language),
        maximum: formatAmount(maximum, language),
      })}
      error={errorAt(errors, ARRANGE_FIELDS.deposit)}
      value={answers.text}
      check={{ kind: "amount", wrong: t("arrange.errors.depositUnreadable") }}
      amount
    />
  );
  return (
    <QuestionPage {...{ title, question, errors, creditor, path, backHref }}>
      <ChoiceCards
        name={ARRANGE_FIELDS.now}
        legend={title}
        legendHidden
        hint={
          asked > 0n
            ? t("arrange.deposit.asked", { creditor: creditor.name, amount: formatAmount(asked, language) })
            : t("arrange.deposit.hint")
        }
        error={errorAt(errors, ARRANGE_FIELDS.now)}
        value={answers.choice}
        choices={[
          { value: "no", label: t("arrange.deposit.no") },
          { value: "yes", label: t("arrange.deposit.yes"), extra: amount },
        ]}
      />
    </QuestionPage>
  );
}
