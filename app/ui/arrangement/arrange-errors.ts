import type { Cents } from "#app/domain/money.ts";
import type { Translator } from "#app/i18n/translator.ts";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { formatAmount } from "#app/ui/format.ts";
import { ARRANGE_FIELDS } from "./arrange-fields.ts";

/** Which answer cannot be. */
export type ArrangeError =
  | { readonly kind: "depositChoiceMissing" | "depositMissing" | "depositUnreadable" }
  | { readonly kind: "depositTooLow"; readonly minimum: Cents }
  | { readonly kind: "depositTooHigh"; readonly total: Cents }
  | { readonly kind: "spareMissing" | "spareUnreadable" }
  | { readonly kind: "spareTooHigh"; readonly maximum: Cents }
  | { readonly kind: "dayMissing" | "otherDayMissing" | "otherDayNotOffered" }
  | { readonly kind: "planMissing" | "plansChanged" }
  | { readonly kind: "reasonTooLong"; readonly maximum: number };

const FIELD_OF: Readonly<Record<ArrangeError["kind"], string>> = {
  depositChoiceMissing: ARRANGE_FIELDS.now,
  depositMissing: ARRANGE_FIELDS.deposit,
  depositUnreadable: ARRANGE_FIELDS.deposit,
  depositTooLow: ARRANGE_FIELDS.deposit,
  depositTooHigh: ARRANGE_FIELDS.deposit,
  spareMissing: ARRANGE_FIELDS.spare,
  spareUnreadable: ARRANGE_FIELDS.spare,
  spareTooHigh: ARRANGE_FIELDS.spare,
  dayMissing: ARRANGE_FIELDS.day,
  otherDayMissing: ARRANGE_FIELDS.otherDay,
  otherDayNotOffered: ARRANGE_FIELDS.otherDay,
  planMissing: ARRANGE_FIELDS.plan,
  plansChanged: ARRANGE_FIELDS.plan,
  reasonTooLong: ARRANGE_FIELDS.reasonText,
};

/** The sentences for the debtor, each with the field where it can be mended; `at` when a page asks it in another field. */
export function arrangeErrors(
  errors: readonly ArrangeError[],
  { creditor, translator: { t, language }, at }: { creditor: string; translator: Translator; at?: string },
): FormError[] {
  return errors.map((error) => ({
    field: at ?? FIELD_OF[error.kind],
    message: t(`arrange.errors.${error.kind}`, { creditor, ...amountsOf(error, language) }),
  }));
}

function amountsOf(error: ArrangeError, language: Translator["language"]): Record<string, string | number> {
  switch (error.kind) {
    case "depositTooLow":
      return { minimum: formatAmount(error.minimum, language) };
    case "depositTooHigh":
      return { total: formatAmount(error.total, language) };
    case "spareTooHigh":
      return { maximum: formatAmount(error.maximum, language) };
    case "reasonTooLong":
      return { maximum: error.maximum };
    default:
      return {};
  }
}
