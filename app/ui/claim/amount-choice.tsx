import { ZERO } from "#app/domain/money.ts";
import { CheckboxList } from "#app/ui/forms/checkbox-list.tsx";
import type { Choice } from "#app/ui/forms/choice.ts";
import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { formatAmount, formatDay } from "#app/ui/format.ts";
import { errorAt } from "#app/ui/forms/error-at.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import { PAY_FIELDS } from "./pay-errors.ts";
import { offeredInstalment, type PayAnswers, type PayOptions } from "./pay-options.ts";

type AmountChoiceProps = { options: PayOptions; answers: PayAnswers; errors: readonly FormError[] };

/** All, a part, or some of the bills. Without a script: what belongs to an answer shows once it is chosen. */
export function AmountChoice({ options, answers, errors }: AmountChoiceProps) {
  const { t, language } = useTranslation();
  const choices: Choice[] = [];
  const instalment = offeredInstalment(options);
  if (instalment !== null) {
    const { dueOn, amount } = instalment;
    choices.push({
      value: "instalment",
      label: t("pay.amount.instalment", { amount: formatAmount(amount, language) }),
      hint: t("pay.amount.instalmentHint", { day: formatDay(dueOn, language) }),
    });
  }
  if (options.undisputed !== null) {
    choices.push({
      value: "undisputed",
      label: t("pay.amount.undisputed", { amount: formatAmount(options.undisputed, language) }),
      hint: t("pay.amount.undisputedHint"),
    });
  }
  choices.push({
    value: "all",
    label: t("pay.amount.all", { amount: formatAmount(options.all, language) }),
    hint: t(options.undisputed === null ? "pay.amount.allHint" : "pay.amount.allDisputedHint"),
  });
  if (options.chosen !== null) {
    choices.push({
      value: "chosen",
      label: t(options.chosen.of === "claims" ? "pay.amount.chosenClaims" : "pay.amount.chosenInvoices"),
      extra: <ChosenBills chosen={options.chosen} answers={answers} errors={errors} />,
    });
  }
  if (options.part !== null) {
    choices.push({
      value: "part",
      label: t("pay.amount.part"),
      hint: t("pay.amount.partHint", {
        minimum: formatAmount(options.part.minimum, language),
        maximum: formatAmount(options.part.maximum, language),
      }),
      extra: <PartAmount options={options} answers={answers} errors={errors} />,
    });
  }
  return (
    <ChoiceCards
      name={PAY_FIELDS.choice}
      legend={t("pay.amount.legend")}
      legendHidden
      choices={choices}
      value={answers.amount}
      error={errorAt(errors, PAY_FIELDS.choice)}
    />
  );
}

function PartAmount({ options: { interestPerDay, chosen }, answers, errors }: AmountChoiceProps) {
  const { t } = useTranslation();
  return (
    <>
      <Field
        name={PAY_FIELDS.part}
        label={t("pay.amount.partLabel")}
        error={errorAt(errors, PAY_FIELDS.part)}
        value={answers.part}
        check={{ kind: "amount", wrong: t("pay.errors.notAnAmount") }}
        amount
      />
      <p className="text-small text-ink-soft">
        {t(interestPerDay > ZERO ? "pay.amount.partNote" : "pay.amount.partNoteNoInterest")}
      </p>
      {chosen?.of === "claims" && <p className="text-small text-ink-soft">{t("pay.amount.partDivided")}</p>}
    </>
  );
}

function ChosenBills({
  chosen,
  answers,
  errors,
}: { chosen: NonNullable<PayOptions["chosen"]> } & Omit<AmountChoiceProps, "options">) {
  const { t, language } = useTranslation();
  return (
    <CheckboxList
      name={PAY_FIELDS.chosen}
      legend={t("pay.amount.chosenLegend")}
      hint={t("pay.amount.chosenHint")}
      error={errorAt(errors, PAY_FIELDS.chosen)}
      values={answers.chosen}
      choices={chosen.items.map(({ id, name, amount }) => {
        const written = formatAmount(amount, language);
        return {
          value: id,
          label:
            chosen.of === "claims"
              ? t("pay.amount.claim", { description: name, amount: written })
              : t("pay.amount.invoice", { number: name, amount: written }),
        };
      })}
    />
  );
}
