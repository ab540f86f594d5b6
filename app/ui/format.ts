import type { LocalDate } from "#app/domain/calendar.ts";
import type { Cents } from "#app/domain/money.ts";
import { formatEuro } from "#app/domain/money-text.ts";
import type { Rate } from "#app/domain/rate.ts";
import type { Language } from "#app/i18n/languages.ts";
import { monthNames, writeDay } from "./month-names.ts";

/** `€ 1.234,56` (Dutch) or `€1,234.56` (English), never broken over two lines. */
export function formatAmount(amount: Cents, language: Language): string {
  return formatEuro(amount, language);
}

/** `22 november 2026`, `22 November 2026`. */
export function formatDay(day: LocalDate, language: Language): string {
  return writeDay(day, MONTHS[language]);
}

/** `zondag 22 november 2026`, `Sunday 22 November 2026`. */
export function formatDayWithWeekday(day: LocalDate, language: Language): string {
  return weekdays[language].format(asUtc(day)).replace(",", "");
}

/** `november 2026`, `November 2026`: the month that a day is in. */
export function formatMonth(day: LocalDate, language: Language): string {
  return months[language].format(asUtc(day));
}

/** A moment as the clock on the wall shows it: `22 november 2026 om 14:05`. `instant` is an RFC 3339 time. */
export function formatInstant(instant: string, language: Language): string {
  return instants[language].format(new Date(instant));
}

/** `1.204` (Dutch) or `1,204` (English); of a fraction at most one decimal, as it is. */
export function formatNumber(value: number, language: Language): string {
  return numbers[language].format(value);
}

/** `4%`, `11,5%` (Dutch) or `11.5%` (English), with at most four decimals. */
export function formatPercent(rate: Rate, language: Language): string {
  const millionths = (rate.numerator * 1_000_000n) / rate.denominator;
  return percents[language].format(Number(millionths) / 1_000_000);
}

type ByLanguage<Format> = Readonly<Record<Language, Format>>;

const LOCALES: ByLanguage<string> = { nl: "nl-NL", en: "en-GB" };

const DAY: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };

const MONTHS = inEachLanguage((locale) => monthNames(locale, "long"));

const weekdays = inEachLanguage((locale) => new Intl.DateTimeFormat(locale, { ...DAY, weekday: "long" }));

const instants = inEachLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: "Europe/Amsterdam" }),
);

const months = inEachLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }),
);

const numbers = inEachLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));

const percents = inEachLanguage(
  (locale) => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 4 }),
);

function inEachLanguage<Format>(make: (locale: string) => Format): ByLanguage<Format> {
  return { nl: make(LOCALES.nl), en: make(LOCALES.en) };
}

/** A calendar day has no zone: it is read and written in the same one, so that it stays that day. */
function asUtc(day: LocalDate): Date {
  return new Date(`${day}T00:00:00Z`);
}
