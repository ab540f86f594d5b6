import type { Translator } from "#app/i18n/translator.ts";

const REASONS = ["attempt", "currency", "amount", "account", "unseen"] as const;

/** What does not fit, in words. */
export function quarantineReason(reason: string, { t }: Pick<Translator, "t">): string {
  const known = REASONS.find((one) => one === reason);
  return t(`inboxPayment.quarantine.reason.${known ?? "other"}`);
}
