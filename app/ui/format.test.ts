import { expect, test } from "vitest";
import { addMonths, day } from "#app/domain/calendar.ts";
import { asCents } from "#app/domain/money.ts";
import { percent } from "#app/domain/rate.ts";
import { formatAmount, formatDay, formatDayWithWeekday, formatInstant, formatPercent } from "./format.ts";

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
  for (const [language, locale] of [
    ["nl", "nl-NL"],
    ["en", "en-GB"],
  ] as const) {
    // prettier-ignore
    const intl = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
    for (let month = 0; month < 12; month += 1) {
      const first = addMonths(day("2026-01-01"), month);
      expect(formatDay(first, language)).toBe(intl.format(new Date(first)));
    }
  }
});
