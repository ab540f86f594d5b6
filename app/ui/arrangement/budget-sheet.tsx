import { errorAt } from "#app/ui/forms/error-at.ts";
import { Field } from "#app/ui/forms/field.tsx";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { EXPENSE_LINES, INCOME_LINES } from "./budget-lines.ts";

type BudgetSheetProps = BudgetAnswers & { path: string };

type BudgetAnswers = { values: Readonly<Record<string, string>>; errors: readonly FormError[] };

/**
 * Lines to fill in. With a script nothing of it leaves the device: public/scripts/budget.js does the sum and stops the form.
 * Without one the server does, and keeps nothing.
 */
export function BudgetSheet({ path, values, errors }: BudgetSheetProps) {
  const { t } = useTranslation();
  return (
    <form method="post" action={path} data-budget="sheet">
      <h2>{t("arrange.budget.incomeHeading")}</h2>
      {INCOME_LINES.map((line) => (
        <Line key={line} name={line} sign="+" label={t(`arrange.budget.income.${line}`)} {...{ values, errors }} />
      ))}
      <h2>{t("arrange.budget.expensesHeading")}</h2>
      {EXPENSE_LINES.map((line) => (
        <Line key={line} name={line} sign="-" label={t(`arrange.budget.expenses.${line}`)} {...{ values, errors }} />
      ))}
      <p role="alert" data-budget="unreadable" className="font-semibold text-red empty:mb-0" />
      <Stack>
        <Button kind="second" name="act" value="calculate">
          {t("arrange.budget.calculate")}
        </Button>
      </Stack>
    </form>
  );
}

type LineProps = BudgetAnswers & { name: string; sign: "+" | "-"; label: string };

function Line({ name, sign, label, values, errors }: LineProps) {
  const { t } = useTranslation();
  return (
    <div data-budget-line={sign} data-unreadable={t("arrange.budget.unreadable", { line: label })}>
      <Field name={name} label={label} value={values[name]} error={errorAt(errors, name)} amount />
    </div>
  );
}
