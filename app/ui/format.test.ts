import { expect, test } from "vitest";
import { addMonths, day } from "#app/domain/calendar.ts";
import { asCents } from "#app/domain/money.ts";
import { percent } from "#app/domain/rate.ts";
import { LANGUAGES } from "#app/i18n/languages.ts";
import { localeOf } from "#app/i18n/locales.ts";
import { writeList } from "#app/i18n/write-list.ts";
import { formatAmount, formatDay, formatDayWithWeekday, formatInstant, formatMonth, formatNumber, formatPercent } from "./format.ts"; // prettier-ignore

test("an amount keeps its sign and number on one line", () => {
  expect(formatAmount(asCents(123456n), "nl")).toBe("€\u00a01.234,56");
  expect(formatAmount(asCents(123456n), "en")).toBe("€1,234.56");
  expect(formatAmount(asCents(0n), "nl")).toBe("€\u00a00,00");
});

test("a day is the same day wherever it is read", () => {
  expect(formatDay(day("2026-11-22"), "nl")).toBe("22 november 2026");
  expect(formatDay(day("2026-01-01"), "en")).toBe("1 January 2026");
  expect(formatDayWithWeekday(day("2026-11-22"), "nl")).toBe("zondag 22 november 2026");
  expect(formatDayWithWeekday(day("2026-11-22"), "en")).toBe("Sunday 22 November 2026");
});

test("a moment is told by the clock in the Netherlands", () => {
  expect(formatInstant("2026-11-22T23:30:00Z", "nl")).toBe("23 november 2026 om 00:30");
  expect(formatInstant("2026-07-01T12:05:00Z", "nl")).toBe("1 juli 2026 om 14:05");
});

test("a percentage has the decimals it needs", () => {
  expect(formatPercent(percent("4"), "nl")).toBe("4%");
  expect(formatPercent(percent("11.5"), "nl")).toBe("11,5%");
  expect(formatPercent(percent("7.125"), "en")).toBe("7.125%");
});

test("every month is named as Intl names it", () => {
  for (const language of LANGUAGES) {
    const intl = new Intl.DateTimeFormat(localeOf(language), {
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
    for (let month = 0; month < 12; month += 1) {
      const first = addMonths(day("2026-01-01"), month);
      // What Intl keeps on one line by a narrow space, it writes with a common one where it writes all at once.
      expect(formatDay(first, language).replace("\u202f", " ")).toBe(intl.format(new Date(first)));
    }
  }
});

test.each([
  [
    "de",
    "1.234,56\u00a0€",
    "Sonntag, 22. November 2026",
    "November 2026",
    "11,5\u00a0%",
    "12.345,7",
    "Miete, Wasser und Strom",
  ],
  [
    "fr",
    "1\u202f234,56\u00a0€",
    "dimanche 22 novembre 2026",
    "novembre 2026",
    "11,5\u00a0%",
    "12\u202f345,7",
    "Miete, Wasser et Strom",
  ],
  [
    "pl",
    "1234,56\u00a0€",
    "niedziela, 22 listopada 2026",
    "listopad 2026",
    "11,5%",
    "12\u00a0345,7",
    "Miete, Wasser i Strom",
  ],
  ["tr", "€1.234,56", "22 Kasım 2026 Pazar", "Kasım 2026", "%11,5", "12.345,7", "Miete, Wasser ve Strom"],
  [
    "ar",
    "\u200f1,234.56\u00a0€",
    "الأحد، 22 نوفمبر 2026",
    "نوفمبر 2026",
    "11.5\u200e%\u200e",
    "12,345.7",
    "Miete وWasser وStrom",
  ],
  [
    "uk",
    "1\u00a0234,56\u00a0€",
    "неділя, 22 листопада 2026 р.",
    "листопад 2026 р.",
    "11,5%",
    "12\u00a0345,7",
    "Miete, Wasser і Strom",
  ],
] as const)("%s writes amounts, days, numbers and lists its own way, in our digits", (language, ...written) => {
  const sunday = day("2026-11-22");
  expect([
    formatAmount(asCents(123456n), language),
    formatDayWithWeekday(sunday, language),
    formatMonth(sunday, language),
    formatPercent(percent("11.5"), language),
    formatNumber(12345.67, language),
    writeList(["Miete", "Wasser", "Strom"], language),
  ]).toEqual(written);
});

test.each([
  ["de", "23. November 2026 um 00:30"],
  ["fr", "23 novembre 2026 à 00:30"],
  ["pl", "23 listopada 2026 00:30"],
  ["tr", "23 Kasım 2026 00:30"],
  ["ar", "23 نوفمبر 2026 في 00:30"],
  ["uk", "23 листопада 2026 р. о 00:30"],
] as const)("%s tells a moment by the clock in the Netherlands, of twenty-four hours", (language, written) => {
  expect(formatInstant("2026-11-22T23:30:00Z", language)).toBe(written);
});
