import type { Cents } from "#app/domain/money.ts";
import type { Translator } from "#app/i18n/translator.ts";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { formatAmount } from "#app/ui/format.ts";

/** Why a payment could not be started. */
export type PayError =
  | { readonly kind: "amountMissing" | "partMissing" | "notAnAmount" | "nothingChosen" }
  | { readonly kind: "amountTooLow" | "chosenTooLow"; readonly minimum: Cents }
  | { readonly kind: "amountTooHigh" | "amountOverLimit"; readonly maximum: Cents }
  | { readonly kind: "notPayable" | "providerSilent" | "providerRefused" };

/** The names of the fields of the form. */
export const PAY_FIELDS = { choice: "amount", part: "part", chosen: "chosen" } as const;

const FIELD_OF: Partial<Readonly<Record<PayError["kind"], string>>> = {
  amountMissing: PAY_FIELDS.choice,
  partMissing: PAY_FIELDS.part,
  notAnAmount: PAY_FIELDS.part,
  amountTooLow: PAY_FIELDS.part,
  amountTooHigh: PAY_FIELDS.part,
  nothingChosen: PAY_FIELDS.chosen,
  chosenTooLow: PAY_FIELDS.chosen,
};

/** The sentence for the debtor; with a field when they can mend it there. */
export function payErrorText(
  error: PayError,
  { method, translator: { t, language } }: { method: string; translator: Translator },
): { field: string | undefined; message: string } {
  const message = t(`pay.errors.${error.kind}`, {
    method,
    ...("minimum" in error ? { minimum: formatAmount(error.minimum, language) } : {}),
    ...("maximum" in error ? { maximum: formatAmount(error.maximum, language) } : {}),
  });
  return { field: FIELD_OF[error.kind], message };
}

export function isFieldError(error: { field: string | undefined; message: string }): error is FormError {
  return error.field !== undefined;
}
