import type { ReasonCode } from "#app/domain/arrangement/reasons.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { errorAt } from "#app/ui/forms/error-at.ts";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { formatAmount } from "#app/ui/format.ts";
import { BulletList } from "#app/ui/parts/bullet-list.tsx";
import { StackedTable } from "#app/ui/parts/stacked-table.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { answerOf, type FormAnswers } from "./form-answers.ts";
import { PER_MONTH_FIELDS, type PolicyTriedView } from "./policy-fields.ts";

/** What somebody could spare a month, three times. */
export function PerMonthFields({ answers, errors }: { answers: FormAnswers; errors: readonly FormError[] }) {
  const { t } = useTranslation();
  return (
    <div className="gap-x-6 sm:grid sm:grid-cols-3 sm:items-end">
      {PER_MONTH_FIELDS.map((name) => (
        <Field
          key={name}
          name={name}
          label={t(`settings.policy.trial.${name}`)}
          value={answerOf(answers, name)}
          error={errorAt(errors, name)}
          amount
        />
      ))}
    </div>
  );
}

/** What a policy would have answered, a row for each amount, and what held it back. */
export function PolicyTried({ tried }: { tried: PolicyTriedView }) {
  const translator = useTranslation();
  const { t, language } = translator;
  if (tried.claims === 0) return <p>{t("settings.policy.trial.none")}</p>;
  return (
    <>
      <StackedTable
        caption={t("settings.policy.trial.caption", { count: tried.claims })}
        columns={[
          t("settings.policy.trial.perMonth1"),
          t("settings.policy.trial.accepted"),
          t("settings.policy.trial.countered"),
          t("settings.policy.trial.person"),
        ]}
        rows={tried.results.map(({ perMonth, accepted, countered, person }) => ({
          head: formatAmount(perMonth, language),
          cells: [accepted, countered, person],
        }))}
      />
      <Reasons tried={tried} translator={translator} />
    </>
  );
}

function Reasons({ tried, translator: { t, language } }: { tried: PolicyTriedView; translator: Translator }) {
  const held = tried.results.filter(({ byReason }) => Object.keys(byReason).length > 0);
  if (held.length === 0) return null;
  return (
    <>
      <h3 className="mb-2 font-semibold">{t("settings.policy.trial.why")}</h3>
      <BulletList>
        {held.map(({ perMonth, byReason }) => (
          <li key={String(perMonth)}>
            {formatAmount(perMonth, language)}:{" "}
            {(Object.entries(byReason) as [ReasonCode, number][])
              .sort(([, one], [, other]) => other - one)
              .map(([code, count]) =>
                t("settings.policy.trial.counted", { reason: t(`settings.policy.why.${code}`), count }),
              )
              .join(", ")}
          </li>
        ))}
      </BulletList>
    </>
  );
}
