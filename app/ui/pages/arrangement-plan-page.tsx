import type { Option } from "#app/domain/arrangement/options.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import type { Cents } from "#app/domain/money.ts";
import { type ArrangeError, arrangeErrors } from "#app/ui/arrangement/arrange-errors.ts";
import { ARRANGE_FIELDS } from "#app/ui/arrangement/arrange-fields.ts";
import { optionKey, planHint, planLabel } from "#app/ui/arrangement/plan-text.ts";
import { type QuestionFrame, QuestionPage } from "#app/ui/claim/question-page.tsx";
import type { Choice } from "#app/ui/forms/choice.ts";
import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { formatAmount } from "#app/ui/format.ts";
import { errorAt } from "#app/ui/forms/error-at.ts";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { RichText } from "#app/ui/parts/rich-text.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type ArrangementPlanPageProps = QuestionFrame & {
  readonly options: readonly Option[];
  readonly perMonth: Cents;
  readonly total: Cents;
  readonly today: LocalDate;
  readonly decideBefore: LocalDate;
  /** `choice`: the key of an option, `own`, or empty. */
  readonly answers: { readonly choice: string; readonly own: string };
  readonly errors: readonly ArrangeError[];
  readonly cannotHref: string;
};

/** Up to three plans worked out, what was asked among them, and another amount. */
export function ArrangementPlanPage(props: ArrangementPlanPageProps) {
  const { question, options, perMonth, total, today, decideBefore, answers, creditor, path, backHref } = props;
  const translator = useTranslation();
  const { t, language } = translator;
  const title = t("arrange.plan.title");
  const inOwn = answers.choice === "own" ? { at: ARRANGE_FIELDS.own } : {};
  const errors = arrangeErrors(props.errors, { creditor: creditor.name, translator, ...inOwn });
  const choices = options.map((option): Choice => ({
    value: optionKey(option),
    label:
      option.schedule.length === 0
        ? t("arrange.plan.noEnd", { amount: formatAmount(perMonth, language) })
        : planLabel(option.schedule, today, translator),
    hint: planHint(option, { today, creditor: creditor.name, decideBefore, translator }),
  }));
  const own: Choice = {
    value: "own",
    label: t("arrange.plan.own"),
    hint: t("arrange.plan.ownHint"),
    extra: (
      <Field
        name={ARRANGE_FIELDS.own}
        label={t("arrange.plan.ownLabel")}
        error={errorAt(errors, ARRANGE_FIELDS.own)}
        value={answers.own}
        amount
      />
    ),
  };
  const below = <LinkList links={[{ href: props.cannotHref, text: t("arrange.plan.cannot") }]} />;
  return (
    <QuestionPage {...{ title, question, errors, creditor, path, backHref, below }}>
      <p>
        <RichText
          text={t("arrange.plan.asked", {
            amount: formatAmount(perMonth, language),
            total: formatAmount(total, language),
          })}
        />
      </p>
      <ChoiceCards
        name={ARRANGE_FIELDS.plan}
        legend={title}
        legendHidden
        error={errorAt(errors, ARRANGE_FIELDS.plan)}
        value={answers.choice}
        choices={[...choices, own]}
      />
    </QuestionPage>
  );
}
