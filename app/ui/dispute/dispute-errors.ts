import type { Cents } from "#app/domain/money.ts";
import type { TextValues, Translator } from "#app/i18n/translator.ts";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { formatAmount } from "#app/ui/format.ts";
import { DISPUTE_FIELDS } from "./dispute-fields.ts";

/** Which answer cannot be. */
export type DisputeError =
  | { readonly kind: "groundMissing" }
  | { readonly kind: "paidOnMissing" | "paidOnUnreadable" | "paidOnInFuture" }
  | { readonly kind: "paidAmountMissing" | "paidAmountUnreadable" }
  | { readonly kind: "partChoiceMissing" | "partsMissing" | "partsNothingOpen" }
  | { readonly kind: "amountMissing" | "amountUnreadable" }
  | { readonly kind: "amountAboveOpen"; readonly open: Cents }
  | { readonly kind: "storyMissing" | "replyMissing" }
  | { readonly kind: "storyTooLong" | "replyTooLong"; readonly maximum: number };

const FIELD_OF: Readonly<Record<DisputeError["kind"], string>> = {
  groundMissing: DISPUTE_FIELDS.ground,
  paidOnMissing: DISPUTE_FIELDS.paidOn,
  paidOnUnreadable: DISPUTE_FIELDS.paidOn,
  paidOnInFuture: DISPUTE_FIELDS.paidOn,
  paidAmountMissing: DISPUTE_FIELDS.paidAmount,
  paidAmountUnreadable: DISPUTE_FIELDS.paidAmount,
  partChoiceMissing: DISPUTE_FIELDS.part,
  partsMissing: DISPUTE_FIELDS.parts,
  partsNothingOpen: DISPUTE_FIELDS.parts,
  amountMissing: DISPUTE_FIELDS.amount,
  amountUnreadable: DISPUTE_FIELDS.amount,
  amountAboveOpen: DISPUTE_FIELDS.amount,
  storyMissing: DISPUTE_FIELDS.story,
  storyTooLong: DISPUTE_FIELDS.story,
  replyMissing: DISPUTE_FIELDS.reply,
  replyTooLong: DISPUTE_FIELDS.reply,
};

/** The sentences for the debtor, each with the field where it can be mended. */
export function disputeErrors(errors: readonly DisputeError[], { t, language }: Translator): FormError[] {
  return errors.map((error) => ({
    field: FIELD_OF[error.kind],
    message: t(`disputePage.errors.${error.kind}`, valuesOf(error, language)),
  }));
}

function valuesOf(error: DisputeError, language: Translator["language"]): TextValues {
  switch (error.kind) {
    case "amountAboveOpen":
      return { open: formatAmount(error.open, language) };
    case "storyTooLong":
    case "replyTooLong":
      return { maximum: error.maximum };
    default:
      return {};
  }
}
