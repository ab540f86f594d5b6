import { type DisputeError, disputeErrors } from "#app/ui/dispute/dispute-errors.ts";
import { DISPUTE_FIELDS } from "#app/ui/dispute/dispute-fields.ts";
import { type QuestionFrame, QuestionPage } from "#app/ui/claim/question-page.tsx";
import { hasParts, type PartAnswers, type PartOptions } from "#app/ui/dispute/part-options.ts";
import { CheckboxList } from "#app/ui/forms/checkbox-list.tsx";
import type { Choice } from "#app/ui/forms/choice.ts";
import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { formatAmount } from "#app/ui/format.ts";
import { errorAt } from "#app/ui/forms/error-at.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type DisputePartPageProps = QuestionFrame & {
  readonly options: PartOptions;
  readonly answers: PartAnswers;
  readonly errors: readonly DisputeError[];
};

/** Which part is wrong; the rest stays payable. */
export function DisputePartPage({
  options,
  answers,
  question,
  creditor,
  path,
  backHref,
  ...props
}: DisputePartPageProps) {
  const translator = useTranslation();
  const { t, language } = translator;
  const errors = disputeErrors(props.errors, translator);
  const title = t("disputePage.part.title");
  const open = formatAmount(options.open, language);
  const whole: Choice = {
    value: "whole",
    label: t("disputePage.part.whole", { open }),
    hint: t("disputePage.part.wholeHint"),
  };
  const parts: Choice = {
    value: "parts",
    label: t("disputePage.part.parts"),
    hint: t("disputePage.part.partsHint"),
    extra: <Parts {...{ options, answers, errors }} />,
  };
  const amount: Choice = {
    value: "amount",
    label: t("disputePage.part.amount"),
    hint: t("disputePage.part.amountHint"),
    extra: <OwnAmount {...{ options, answers, errors }} />,
  };
  return (
    <QuestionPage {...{ title, question, errors, creditor, path, backHref }}>
      <ChoiceCards
        name={DISPUTE_FIELDS.part}
        legend={title}
        legendHidden
        hint={t("disputePage.part.hint", { open })}
        error={errorAt(errors, DISPUTE_FIELDS.part)}
        value={answers.choice}
        choices={hasParts(options) ? [whole, parts, amount] : [whole, amount]}
      />
    </QuestionPage>
  );
}

type Answered = Pick<DisputePartPageProps, "options" | "answers"> & { errors: readonly FormError[] };

function Parts({ options: { invoices, interest, costs }, answers, errors }: Answered) {
  const { t, language } = useTranslation();
  const choices: Choice[] = invoices.map(({ id, number, amount }) => ({
    value: id,
    label: t("disputePage.part.invoice", { number, amount: formatAmount(amount, language) }),
  }));
  if (costs !== null) {
    choices.push({
      value: "costs",
      label:
        costs > 0n
          ? t("disputePage.part.costs", { amount: formatAmount(costs, language) })
          : t("disputePage.part.costsAnnounced"),
    });
  }
  if (interest !== null) {
    choices.push({
      value: "interest",
      label: t("disputePage.part.interest", { amount: formatAmount(interest, language) }),
    });
  }
  return (
    <CheckboxList
      name={DISPUTE_FIELDS.parts}
      legend={t("disputePage.part.partsLegend")}
      error={errorAt(errors, DISPUTE_FIELDS.parts)}
      values={answers.parts}
      choices={choices}
    />
  );
}

function OwnAmount({ options, answers, errors }: Answered) {
  const { t, language } = useTranslation();
  return (
    <Field
      name={DISPUTE_FIELDS.amount}
      label={t("disputePage.part.amountLabel")}
      hint={t("disputePage.part.amountLabelHint", { open: formatAmount(options.open, language) })}
      error={errorAt(errors, DISPUTE_FIELDS.amount)}
      value={answers.amount}
      check={{ kind: "amount", wrong: t("disputePage.errors.amountUnreadable") }}
      amount
    />
  );
}
