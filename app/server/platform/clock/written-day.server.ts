import type { LocalDate } from "#app/domain/calendar.ts";
import type { Language } from "#app/i18n/languages.ts";
import { byLocale } from "#app/i18n/locales.ts";

const format = byLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }));

/** `22 november 2026`, `22 November 2026`. */
export function writtenDay(date: LocalDate, language: Language): string {
  return format(language).format(new Date(`${date}T00:00:00Z`));
}
