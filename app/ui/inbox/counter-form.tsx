import { FREQUENCIES } from "#app/domain/arrangement/policy.ts";
import { planLabel } from "#app/ui/arrangement/plan-text.ts";
import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { formatAmount, formatDay } from "#app/ui/format.ts";
import { Button } from "#app/ui/parts/button.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { askedLine } from "./asked-line.ts";
import {
  type CounterAnswers,
  type CounterError,
  type CounterField,
  type CounterOptionView,
  OWN_PLAN,
  ROWS,
} from "./counter-fields.ts";
import { counterErrorText, CounterRows } from "./counter-rows.tsx";
import type { InboxArrangementView } from "./inbox-view.ts";
import { optionKindText } from "./policy-advice-text.ts";

export type CounterFormProps = {
  arrangement: InboxArrangementView;
  options: readonly CounterOptionView[];
  answers: CounterAnswers;
  errors: readonly CounterError[];
  action: string;
};

/** One of the policy's options or a plan of one's own, the message with it, and how long it holds. */
export function CounterForm({ arrangement, options, answers, errors, action }: CounterFormProps) {
  const translator = useTranslation();
  const { t, language } = translator;
  const { version, total, offer, today } = arrangement;
  const messageOf = (field: CounterField) => {
    const found = errors.find((error) => error.field === field);
    return found && counterErrorText(found, translator);
  };
  const ofPolicy = options.map(({ key, option }) => ({
    value: key,
    label: planLabel(option.schedule, today, translator),
    hint: t("inbox.counter.optionHint", {
      kind: optionKindText(option, translator),
      day: formatDay(option.schedule.at(-1)?.dueOn ?? today, language),
    }),
  }));
  const own = {
    value: OWN_PLAN,
    label: t("inbox.counter.own"),
    hint: t("inbox.counter.ownHint"),
    extra: <OwnPlan answers={answers} messageOf={messageOf} />,
  };
  return (
    <>
      <p className="tabular-nums">{t("inbox.counter.asked", { what: askedLine(offer, translator) })}</p>
      {total !== null && <p>{t("inbox.item.total", { total: formatAmount(total, language) })}</p>}
      <form method="post" action={action} noValidate>
        <HiddenFields values={{ version: String(version) }} />
        {answers.choice === ROWS ? (
          <CounterRows {...{ answers, errors, total }} />
        ) : (
          <ChoiceCards
            name="choice"
            legend={t("inbox.counter.choice")}
            value={answers.choice}
            error={messageOf("choice")}
            choices={[...ofPolicy, own]}
          />
        )}
        <Field
          name="reason"
          label={t("inbox.counter.reason")}
          hint={t("inbox.counter.reasonHint")}
          error={messageOf("reason")}
          value={answers.reason}
          multiline
        />
        <Field
          name="validUntil"
          type="date"
          label={t("inbox.counter.validUntil")}
          hint={t("inbox.counter.validUntilHint")}
          error={messageOf("validUntil")}
          value={answers.validUntil}
        />
        <Stack>
          <Button name="act" value="preview">
            {t("inbox.counter.preview")}
          </Button>
          {answers.choice !== ROWS && (
            <Button kind="second" name="act" value="rows">
              {t("inbox.counter.rows.edit")}
            </Button>
          )}
        </Stack>
      </form>
    </>
  );
}

function OwnPlan({
  answers,
  messageOf,
}: {
  answers: CounterAnswers;
  messageOf: (field: CounterField) => string | undefined;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Field
        name="count"
        label={t("inbox.counter.count")}
        error={messageOf("count")}
        value={answers.count}
        inputMode="numeric"
      />
      <Field
        name="firstOn"
        type="date"
        label={t("inbox.counter.firstOn")}
        error={messageOf("firstOn")}
        value={answers.firstOn}
      />
      <ChoiceCards
        name="frequency"
        legend={t("inbox.counter.frequency")}
        value={answers.frequency}
        choices={FREQUENCIES.toReversed().map((value) => ({ value, label: t(`inbox.frequency.${value}`) }))}
      />
    </>
  );
}
