import type { Translator } from "#app/i18n/translator.ts";
import type { FormError } from "#app/ui/forms/error-summary.tsx";

/** What is wrong in a field, and what the field is called. */
export type LabelledError = FormError & { readonly label: string };

/** For the list on top of a long form: each with the name of its field. */
export function withLabels(errors: readonly LabelledError[], { t }: Pick<Translator, "t">): FormError[] {
  return errors.map(({ field, label, message }) => ({
    field,
    message: t("settings.error.at", { field: label, what: message }),
  }));
}
