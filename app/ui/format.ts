import type { LocalDate } from "#app/domain/calendar.ts";
import type { Cents } from "#app/domain/money.ts";
import { formatEuro } from "#app/domain/money-text.ts";
import type { Rate } from "#app/domain/rate.ts";
import type { Language } from "#app/i18n/languages.ts";
import { byLocale } from "#app/i18n/locales.ts";
import { dayWriter } from "./day-writer.ts";

/** `€ 1.234,56` (Dutch), `€1,234.56` (English), `1.234,56 €` (German), never broken over two lines. */
export function formatAmount(amount: Cents, language: Language): string {
  return formatEuro(amount, language);
}

/** `22 november 2026`, `22 November 2026`, `22. November 2026`. */
export function formatDay(day: LocalDate, language: Language): string {
  return days(language).day(day);
}

/** `zondag 22 november 2026`, `Sunday 22 November 2026`, `22 Kasım 2026 Pazar`. */
export function formatDayWithWeekday(day: LocalDate, language: Language): string {
  const written = weekdays(language).format(asUtc(day));
  return language === "en" ? written.replace(",", "") : written;
}

/** `november 2026`, `November 2026`, `листопад 2026 р.`: the month that a day is in. */
export function formatMonth(day: LocalDate, language: Language): string {
  return months(language).format(asUtc(day));
}

/** A moment as the clock on the wall shows it: `22 november 2026 om 14:05`. `instant` is an RFC 3339 time. */
export function formatInstant(instant: string, language: Language): string {
  return instants(language).format(new Date(instant));
}

/** `1.204` (Dutch) or `1,204` (English); of a fraction at most one decimal, as it is. */
export function formatNumber(value: number, language: Language): string {
  return numbers(language).format(value);
}

/** `4%`, `11,5%` (Dutch), `11.5%` (English) or `%11,5` (Turkish), with at most four decimals. */
export function formatPercent(rate: Rate, language: Language): string {
  const millionths = (rate.numerator * 1_000_000n) / rate.denominator;
  return percents(language).format(Number(millionths) / 1_000_000);
}

const DAY: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };

const CLOCK: Intl.DateTimeFormatOptions = { dateStyle: "long", timeStyle: "short", hourCycle: "h23" };

const days = byLocale((locale) => dayWriter(locale, "long"));

const weekdays = byLocale((locale) => new Intl.DateTimeFormat(locale, { ...DAY, weekday: "long" }));

const instants = byLocale((locale) => new Intl.DateTimeFormat(locale, { ...CLOCK, timeZone: "Europe/Amsterdam" }));

const months = byLocale(
  (locale) => new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }),
);

const numbers = byLocale((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));

const percents = byLocale((locale) => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 4 }));

/** A calendar day has no zone: it is read and written in the same one, so that it stays that day. */
function asUtc(day: LocalDate): Date {
  return new Date(`${day}T00:00:00Z`);
}
