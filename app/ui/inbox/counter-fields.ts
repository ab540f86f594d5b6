import type { Option } from "#app/domain/arrangement/options.ts";
import type { Cents } from "#app/domain/money.ts";

/** The names of the fields of the counter-offer; its errors lead to them. */
export type CounterField = "choice" | "count" | "firstOn" | "frequency" | "reason" | "validUntil";

/** What was typed or chosen, word for word. */
export type CounterAnswers = Readonly<Record<CounterField, string>> & { readonly rows: readonly TypedRowView[] };

/** One instalment of a schedule that is typed row by row. */
export type TypedRowView = { readonly dueOn: string; readonly amount: string };

export type CounterError =
  | FieldErrorView
  | { readonly field: `dueOn-${number}`; readonly kind: "row_day_wrong" | "row_day_past" | "row_day_order" }
  | { readonly field: `amount-${number}`; readonly kind: "row_amount_wrong" }
  /** What is missing, or, below zero, too much. */
  | { readonly field: `amount-${number}`; readonly kind: "sum_differs"; readonly difference: Cents };

type FieldErrorView = {
  readonly field: CounterField;
  readonly kind:
    | "choice_missing"
    | "count_wrong"
    | "first_on_wrong"
    | "first_on_past"
    | "reason_missing"
    | "reason_too_long"
    | "valid_until_wrong"
    | "valid_until_past";
};

/** An option of the policy, by its name in the form. */
export type CounterOptionView = { readonly key: string; readonly option: Option };

/** The choice of a plan that is typed. */
export const OWN_PLAN = "own";

/** The choice of a plan of which each day and amount is typed. */
export const ROWS = "rows";

/** The rows as the fields of a form, numbered from 1. */
export function rowFields(rows: readonly TypedRowView[]): Record<string, string> {
  return Object.fromEntries(rows.flatMap(({ dueOn, amount }, index) => [[`dueOn-${index + 1}`, dueOn], [`amount-${index + 1}`, amount]])); // prettier-ignore
}
