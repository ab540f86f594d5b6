import type { Reason } from "#app/domain/arrangement/reasons.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { reasonValues } from "./reason-values.ts";

/** Why something is not accepted at once, in a sentence for people. */
export function whyText(
  reason: Reason,
  { creditor, translator }: { creditor: string; translator: Translator },
): string {
  return translator.t(`arrange.why.${reason.code}`, { creditor, ...reasonValues(reason, translator) });
}
