import type { Option } from "#app/domain/arrangement/options.ts";
import type { Reason } from "#app/domain/arrangement/reasons.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { reasonValues } from "#app/ui/arrangement/reason-values.ts";

/** Why the policy does not accept by itself, in a sentence for the creditor. */
export function adviceReasonText(reason: Reason, translator: Translator): string {
  return translator.t(`inbox.why.${reason.code}`, reasonValues(reason, translator));
}

/** What kind of plan the policy would offer instead. */
export function optionKindText({ kind }: Pick<Option, "kind">, { t }: Pick<Translator, "t">): string {
  return t(`inbox.option.${kind}`);
}
