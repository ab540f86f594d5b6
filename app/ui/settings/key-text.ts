import type { Translator } from "#app/i18n/translator.ts";
import { formatDay, formatInstant } from "#app/ui/format.ts";
import type { ApiKeyView } from "./key-view.ts";

/** What a scope allows, in words: the part and what may be done with it. */
export function scopeText(scope: string, { t }: Translator): string {
  if (scope === "*") return t("settings.keys.everything");
  const known = SCOPES.find((one) => one === scope.replace(/[:-]/g, "_"));
  return known ? t(`settings.keys.scope.${known}`) : scope;
}

export const SCOPES = [
  "claims_read",
  "claims_write",
  "payments_read",
  "payments_write",
  "links_write",
  "link_keys_read",
  "link_keys_write",
  "arrangements_read",
  "arrangements_write",
  "disputes_read",
  "disputes_write",
  "policy_read",
  "policy_write",
  "messages_read",
  "messages_write",
  "documents_read",
  "imports_read",
  "imports_write",
  "events_read",
  "webhooks_read",
  "webhooks_write",
] as const;

/** What there is to know of a key at a glance: does it work, and is it used. */
export function keyLine({ state, lastDay, revokedAt, lastUsedAt }: ApiKeyView, { t, language }: Translator): string {
  const at = (time: string) => formatInstant(time, language);
  if (state === "revoked" && revokedAt !== null) return t("settings.keys.revokedAt", { at: at(revokedAt) });
  if (state === "expired") return t("settings.keys.expiredAt", { at: formatDay(lastDay, language) });
  const used = lastUsedAt === null ? t("settings.keys.neverUsed") : t("settings.keys.usedAt", { at: at(lastUsedAt) });
  return `${used} · ${t("settings.keys.expiresAt", { at: formatDay(lastDay, language) })}`;
}
