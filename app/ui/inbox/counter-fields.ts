import type { Option } from "#app/domain/arrangement/options.ts";

/** The names of the fields of the counter-offer; its errors lead to them. */
export type CounterField = "choice" | "count" | "firstOn" | "frequency" | "reason" | "validUntil";

/** What was typed or chosen, word for word. */
export type CounterAnswers = Readonly<Record<CounterField, string>>;

export type CounterError = {
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
