import type { Language } from "#app/i18n/languages.ts";

const OPTIONS = { dateStyle: "full", timeStyle: "short", timeZone: "Europe/Amsterdam" } as const;

const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  nl: new Intl.DateTimeFormat("nl-NL", OPTIONS),
  en: new Intl.DateTimeFormat("en-GB", OPTIONS),
};

/** `dinsdag 24 november 2026 om 11:00`: a moment as the clock on the wall shows it, for mails. */
export function writtenInstant(instant: Date, language: Language): string {
  return formats[language].format(instant);
}
