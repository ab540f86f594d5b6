import type { Cents } from "#app/domain/money.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { type ArrangeError, arrangeErrors } from "#app/ui/arrangement/arrange-errors.ts";
import { EXPENSE_LINES, INCOME_LINES } from "#app/ui/arrangement/budget-lines.ts";
import { BudgetResult } from "#app/ui/arrangement/budget-result.tsx";
import { BudgetSheet } from "#app/ui/arrangement/budget-sheet.tsx";
import { type ClaimFrame, ClaimShell } from "#app/ui/claim/claim-shell.tsx";
import { ErrorSummary, type FormError } from "#app/ui/forms/error-summary.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type ArrangementBudgetPageProps = ClaimFrame & {
  readonly values: Readonly<Record<string, string>>;
  /** Lines without a readable amount. */
  readonly unreadable: readonly string[];
  /** What is left a month, once it was worked out. */
  readonly room: Cents | null;
  /** The amount to go on with, as it was typed. */
  readonly amount: string;
  readonly errors: readonly ArrangeError[];
};

/** Helps to find an amount. What is filled in stays with the debtor. */
export function ArrangementBudgetPage({ values, unreadable, room, amount, ...props }: ArrangementBudgetPageProps) {
  const { creditor, path, backHref } = props;
  const translator = useTranslation();
  const { t } = translator;
  const ofAmount = arrangeErrors(props.errors, { creditor: creditor.name, translator });
  const ofLines = lineErrors(unreadable, translator);
  return (
    <ClaimShell {...{ creditor, path, backHref, title: t("arrange.budget.title") }}>
      <ErrorSummary errors={[...ofLines, ...ofAmount]} />
      <p>{t("arrange.budget.lead")}</p>
      <Note>
        <p>{t("arrange.budget.private", { creditor: creditor.name })}</p>
        <p data-budget="on-device" hidden>
          {t("arrange.budget.onDevice")}
        </p>
      </Note>
      <BudgetSheet path={path} values={values} errors={ofLines} />
      <BudgetResult path={path} room={room} amount={amount} errors={ofAmount} />
    </ClaimShell>
  );
}

function lineErrors(unreadable: readonly string[], { t }: Translator): FormError[] {
  const lines = [
    ...INCOME_LINES.map((line) => ({ field: line, label: t(`arrange.budget.income.${line}`) })),
    ...EXPENSE_LINES.map((line) => ({ field: line, label: t(`arrange.budget.expenses.${line}`) })),
  ];
  return lines
    .filter(({ field }) => unreadable.includes(field))
    .map(({ field, label }) => ({ field, message: t("arrange.budget.unreadable", { line: label }) }));
}
