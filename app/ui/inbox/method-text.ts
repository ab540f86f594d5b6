import type { Translator } from "#app/i18n/translator.ts";

export const PAYMENT_METHODS = ["ideal", "bank_transfer", "cash", "directdebit", "other"] as const;

/** How money came, in words; a method that the creditor's software named itself stays as it named it. */
export function methodText(method: string, { t }: Pick<Translator, "t">): string {
  const known = PAYMENT_METHODS.find((one) => one === method);
  return known === undefined ? method : t(`inboxPayment.method.${known}`);
}
