import { FREQUENCIES, PAYMENT_METHODS } from "#app/domain/arrangement/policy.ts";
import { CheckboxList } from "#app/ui/forms/checkbox-list.tsx";
import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import { errorAt } from "#app/ui/forms/error-at.ts";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { OpeningAct } from "#app/ui/inbox/opening-act.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { answerOf, answersOf, type FormAnswers } from "./form-answers.ts";
import {
  BAND_FIELDS,
  BUDGET_FIELDS,
  MISSED_FIELDS,
  MONEY_FIELDS,
  POLICY_PARTS,
  type PolicyField,
} from "./policy-fields.ts";

type Filled = { readonly answers: FormAnswers; readonly errors: readonly FormError[] };

/** Every question of a policy, part by part. */
export function PolicyFields({ answers, errors, bands }: Filled & { bands: number }) {
  const { t } = useTranslation();
  const filled = { answers, errors };
  return (
    <>
      <h2>{t("settings.policy.edit.part.on")}</h2>
      <YesNo {...filled} name="enabled" legend={t("settings.policy.field.enabled")} />
      {POLICY_PARTS.map(({ part, fields }) => (
        <section key={part}>
          <h2>{t(`settings.policy.edit.part.${part}`)}</h2>
          <LimitFields {...filled} names={fields} />
          {part === "person" && (
            <>
              <YesNo {...filled} name="counterOffer_enabled" legend={t("settings.policy.field.counterOffer_enabled")} />
              <LimitFields {...filled} names={["counterOffer_validDays"]} />
            </>
          )}
        </section>
      ))}
      <section>
        <h2>{t("settings.policy.edit.part.how")}</h2>
        <HowFields {...filled} />
      </section>
      <section>
        <h2>{t("settings.policy.edit.part.money")}</h2>
        <MoneyFields {...filled} />
      </section>
      <section>
        <h2>{t("settings.policy.edit.part.missed")}</h2>
        <LimitFields {...filled} names={MISSED_FIELDS} />
        <YesNo {...filled} name="pauseRemindersWhileActive" legend={t("settings.policy.field.pauseReminders")} />
      </section>
      <section>
        <h2>{t("settings.policy.edit.part.budget")}</h2>
        <LimitFields {...filled} names={BUDGET_FIELDS} />
      </section>
      <section>
        <h2>{t("settings.policy.edit.part.bands")}</h2>
        <p className="text-ink-soft">{t("settings.policy.edit.bandsHint")}</p>
        {Array.from({ length: bands }, (_, row) => (
          <Band key={row} {...filled} row={row} />
        ))}
      </section>
    </>
  );
}

function HowFields({ answers, errors }: Filled) {
  const { t } = useTranslation();
  return (
    <>
      <CheckboxList
        name="frequencies"
        legend={t("settings.policy.field.frequencies")}
        values={answersOf(answers, "frequencies")}
        error={errorAt(errors, "frequencies")}
        choices={FREQUENCIES.map((value) => ({ value, label: capital(t(`settings.policy.rhythm.${value}`)) }))}
      />
      <Field
        name="allowedDays"
        label={t("settings.policy.field.allowedDays")}
        hint={t("settings.policy.field.allowedDaysHint")}
        value={answerOf(answers, "allowedDays")}
        error={errorAt(errors, "allowedDays")}
      />
      <CheckboxList
        name="monthEnd"
        legend={t("settings.policy.field.monthEnd")}
        legendHidden
        values={answersOf(answers, "monthEnd")}
        choices={[{ value: "yes", label: t("settings.policy.field.monthEndYes") }]}
      />
      <LimitFields answers={answers} errors={errors} names={["firstPaymentWithinDays"]} />
      <CheckboxList
        name="methods"
        legend={t("settings.policy.field.methods")}
        values={answersOf(answers, "methods")}
        error={errorAt(errors, "methods")}
        choices={PAYMENT_METHODS.map((value) => ({ value, label: t(`settings.policy.method.${value}`) }))}
      />
      <ChoiceCards
        name="extraPayments"
        legend={t("settings.policy.field.extraPayments")}
        value={answerOf(answers, "extraPayments")}
        choices={(["next", "last"] as const).map((value) => ({ value, label: t(`settings.policy.extra.${value}`) }))}
      />
    </>
  );
}

function MoneyFields({ answers, errors }: Filled) {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceCards
        name="interestDuringArrangement"
        legend={t("settings.policy.field.interest")}
        value={answerOf(answers, "interestDuringArrangement")}
        choices={(["freeze", "continue", "waive"] as const).map((value) => ({
          value,
          label: t(`settings.policy.rule.interest.${value}`),
        }))}
      />
      <ChoiceCards
        name="costsDuringArrangement"
        legend={t("settings.policy.field.costs")}
        value={answerOf(answers, "costsDuringArrangement")}
        choices={(["keep", "waive_on_completion"] as const).map((value) => ({
          value,
          label: t(`settings.policy.rule.costs.${value}`),
        }))}
      />
      <LimitFields answers={answers} errors={errors} names={MONEY_FIELDS} />
    </>
  );
}

const AMOUNT_FIELDS: ReadonlySet<string> = new Set(["minClaim", "autoAccept_minInstalment", "requireBudgetForm_above", "waiveCostsIfRemainderBelow"]); // prettier-ignore

function LimitFields({ answers, errors, names, row }: Filled & { names: readonly PolicyField[]; row?: number }) {
  const { t } = useTranslation();
  return (
    <div className="gap-x-6 sm:grid sm:grid-cols-2 sm:items-end">
      {names.map((name) => {
        const field = row === undefined ? name : `band${row}_${name}`;
        const kind = AMOUNT_FIELDS.has(name) ? { amount: true } : { inputMode: "numeric" as const };
        return (
          <Field
            key={field}
            name={field}
            label={t(`settings.policy.field.${name}`)}
            value={answerOf(answers, field)}
            error={errorAt(errors, field)}
            {...kind}
          />
        );
      })}
    </div>
  );
}

function Band({ answers, errors, row }: Filled & { row: number }) {
  const { t } = useTranslation();
  const amount = answerOf(answers, `band${row}_upTo`);
  const wrong = errors.some(({ field }) => field.startsWith(`band${row}_`));
  const summary =
    amount === "" ? t("settings.policy.edit.newBand") : t("settings.policy.edit.band", { amount: `€ ${amount}` });
  return (
    <OpeningAct summary={summary} open={wrong}>
      <Field
        name={`band${row}_upTo`}
        label={t("settings.policy.edit.upTo")}
        value={amount}
        error={errorAt(errors, `band${row}_upTo`)}
        amount
      />
      <LimitFields answers={answers} errors={errors} names={BAND_FIELDS} row={row} />
    </OpeningAct>
  );
}

function YesNo({ answers, name, legend }: Filled & { name: string; legend: string }) {
  const { t } = useTranslation();
  return (
    <ChoiceCards
      name={name}
      legend={legend}
      value={answerOf(answers, name)}
      choices={[
        { value: "yes", label: t("settings.yes") },
        { value: "no", label: t("settings.no") },
      ]}
    />
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
