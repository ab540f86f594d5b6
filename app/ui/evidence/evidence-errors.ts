import type { Translator } from "#app/i18n/translator.ts";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { EVIDENCE_FIELDS } from "./evidence-fields.ts";

export type EvidenceErrorKey =
  | "nothing"
  | "too_large"
  | "form_too_large"
  | "too_many"
  | "daily_quota"
  | "unsupported"
  | "heic"
  | "too_many_pixels"
  | "broken_image"
  | "broken_pdf"
  | "encrypted_pdf"
  | "too_many_pages"
  | "not_a_pdf_at_start"
  | "infected"
  | "busy"
  | "not_stored"
  | "too_slow"
  | "interrupted"
  | "claim_not_found";

/** Why a file was not added, or null as its name where it is about all of them. */
export type EvidenceError = { readonly fileName: string | null; readonly key: EvidenceErrorKey };

export function evidenceErrors(errors: readonly EvidenceError[], { t }: Translator): readonly FormError[] {
  return errors.map(({ fileName, key }) => {
    const message = t(`evidence.error.${key}`);
    const named = fileName === null ? message : t("evidence.error.named", { name: fileName, message });
    return { field: EVIDENCE_FIELDS.files, message: named };
  });
}
