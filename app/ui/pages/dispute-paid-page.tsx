import { type DisputeError, disputeErrors } from "#app/ui/dispute/dispute-errors.ts";
import { DISPUTE_FIELDS } from "#app/ui/dispute/dispute-fields.ts";
import { type QuestionFrame, QuestionPage } from "#app/ui/claim/question-page.tsx";
import { errorAt } from "#app/ui/forms/error-at.ts";
import { Field } from "#app/ui/forms/field.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type DisputePaidPageProps = QuestionFrame & {
  readonly answers: {
    readonly paidOn: string;
    readonly paidAmount: string;
    readonly fromAccount: string;
    readonly toAccount: string;
  };
  readonly errors: readonly DisputeError[];
};

/** When and how much was paid: perhaps the creditor already has it. */
export function DisputePaidPage({ answers, question, creditor, path, backHref, ...props }: DisputePaidPageProps) {
  const translator = useTranslation();
  const { t } = translator;
  const errors = disputeErrors(props.errors, translator);
  return (
    <QuestionPage {...{ question, errors, creditor, path, backHref }} title={t("disputePage.paid.title")}>
      <p>{t("disputePage.paid.lead", { creditor: creditor.name })}</p>
      <Field
        name={DISPUTE_FIELDS.paidOn}
        label={t("disputePage.paid.on")}
        hint={t("disputePage.paid.onHint")}
        error={errorAt(errors, DISPUTE_FIELDS.paidOn)}
        value={answers.paidOn}
        check={{ kind: "day", wrong: t("disputePage.errors.paidOnUnreadable") }}
        type="date"
      />
      <Field
        name={DISPUTE_FIELDS.paidAmount}
        label={t("disputePage.paid.amount")}
        error={errorAt(errors, DISPUTE_FIELDS.paidAmount)}
        value={answers.paidAmount}
        check={{ kind: "amount", wrong: t("disputePage.errors.paidAmountUnreadable") }}
        amount
      />
      <Field
        name={DISPUTE_FIELDS.fromAccount}
        label={t("disputePage.paid.from")}
        hint={t("disputePage.paid.fromHint")}
        value={answers.fromAccount}
        inputMode="numeric"
      />
      <Field
        name={DISPUTE_FIELDS.toAccount}
        label={t("disputePage.paid.to")}
        hint={t("disputePage.paid.toHint")}
        value={answers.toAccount}
      />
    </QuestionPage>
  );
}
