import type { LocalDate } from "#app/domain/calendar.ts";
import type { Language } from "#app/i18n/languages.ts";

/** `31 mei – 22 nov 2026`; the year stands once where it is the same. */
export function formatPeriod({ from, to }: { from: LocalDate; to: LocalDate }, language: Language): string {
  return FORMATS[language].formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

const SHAPE: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" };

const FORMATS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  nl: new Intl.DateTimeFormat("nl-NL", SHAPE),
  en: new Intl.DateTimeFormat("en-GB", SHAPE),
};
