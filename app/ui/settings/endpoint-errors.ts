import type { Translator } from "#app/i18n/translator.ts";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import type { EndpointFaultView } from "./endpoint-view.ts";

export function endpointErrors(faults: readonly EndpointFaultView[], { t }: Pick<Translator, "t">): FormError[] {
  return faults.map(({ field, kind }) => ({ field, message: t(`settings.webhooks.error.${kind}`) }));
}
