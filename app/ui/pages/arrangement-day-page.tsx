import { type ArrangeError, arrangeErrors } from "#app/ui/arrangement/arrange-errors.ts";
import { ARRANGE_FIELDS } from "#app/ui/arrangement/arrange-fields.ts";
import type { DayChoice } from "#app/ui/arrangement/day-choices.ts";
import { type QuestionFrame, QuestionPage } from "#app/ui/claim/question-page.tsx";
import type { Translator } from "#app/i18n/translator.ts";
import type { Choice } from "#app/ui/forms/choice.ts";
import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { formatDayWithWeekday } from "#app/ui/format.ts";
import { errorAt } from "#app/ui/forms/error-at.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type ArrangementDayPageProps = QuestionFrame & {
  readonly answers: { readonly choice: string; readonly other: string };
  readonly errors: readonly ArrangeError[];
  readonly choices: readonly DayChoice[];
};

export function ArrangementDayPage(props: ArrangementDayPageProps) {
  const { question, answers, creditor, path, backHref } = props;
  const translator = useTranslation();
  const { t, language } = translator;
  const title = t("arrange.day.title");
  const errors = arrangeErrors(props.errors, { creditor: creditor.name, translator });
  const otherDay = (
    <Field
      name={ARRANGE_FIELDS.otherDay}
      label={t("arrange.day.otherLabel")}
      hint={t("arrange.day.otherHint")}
      error={errorAt(errors, ARRANGE_FIELDS.otherDay)}
      value={answers.other}
      inputMode="numeric"
    />
  );
  const choices = props.choices.map((choice): Choice => ({
    value: String(choice.value),
    label: dayLabel(choice, translator),
    ...(choice.firstOn === null
      ? { extra: otherDay }
      : { hint: t("arrange.day.first", { day: formatDayWithWeekday(choice.firstOn, language) }) }),
  }));
  return (
    <QuestionPage {...{ title, question, errors, creditor, path, backHref }}>
      <ChoiceCards
        name={ARRANGE_FIELDS.day}
        legend={title}
        legendHidden
        hint={t("arrange.day.hint")}
        error={errorAt(errors, ARRANGE_FIELDS.day)}
        value={answers.choice}
        choices={choices}
      />
    </QuestionPage>
  );
}

function dayLabel({ value }: DayChoice, { t }: Translator): string {
  switch (value) {
    case "month_end":
      return t("arrange.day.monthEnd");
    case "other":
      return t("arrange.day.other");
    case "weekly":
      return t("arrange.day.weekly");
    case "four_weekly":
      return t("arrange.day.fourWeekly");
    default:
      return t("arrange.day.ofMonth", { day: value });
  }
}
