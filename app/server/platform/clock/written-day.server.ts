import type { LocalDate } from "#app/domain/calendar.ts";
import type { Language } from "#app/i18n/languages.ts";

const OPTIONS = { dateStyle: "long", timeZone: "UTC" } as const;

const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  nl: new Intl.DateTimeFormat("nl-NL", OPTIONS),
  en: new Intl.DateTimeFormat("en-GB", OPTIONS),
};

/** `22 november 2026`, `22 November 2026`. */
export function writtenDay(date: LocalDate, language: Language): string {
  return formats[language].format(new Date(`${date}T00:00:00Z`));
}
