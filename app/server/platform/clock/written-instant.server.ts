import type { Language } from "#app/i18n/languages.ts";
import { byLocale } from "#app/i18n/locales.ts";

const format = byLocale(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      ...{ dateStyle: "full", timeStyle: "short", hourCycle: "h23" },
      timeZone: "Europe/Amsterdam",
    }),
);

/** `dinsdag 24 november 2026 om 11:00`: a moment as the clock on the wall shows it, for mails. */
export function writtenInstant(instant: Date, language: Language): string {
  return format(language).format(instant);
}
