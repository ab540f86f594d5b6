import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, addMonths, day, daysBetween, daysInMonth, parseLocalDate, weekday } from "./calendar.ts";

const DAY_MS = 86_400_000;

test.each([
  "2026-02-29",
  "2026-13-01",
  "2026-00-10",
  "2026-04-31",
  "2026-1-1",
  "26-01-01",
  "2026-01-01T00:00",
  "0001-01-01",
  "1899-12-31",
  "2200-01-01",
  "9999-12-31",
  "",
])("%s is no day", (text) => {
  expect(parseLocalDate(text)).toEqual({ ok: false, error: { kind: "not_a_day" } });
});

test.each(["2024-02-29", "2000-02-29", "2026-12-31", "1900-01-01", "2199-12-31"])("%s is a day", (text) => {
  expect(parseLocalDate(text)).toEqual({ ok: true, value: text });
});

test("a constant that is no day is a bug", () => {
  expect(() => day("2026-02-30")).toThrow(RangeError);
});

test("a day of the week", () => {
  expect([1, 2, 3, 4, 5, 6, 7].map((index) => weekday(addDays(day("2026-11-15"), index)))).toEqual([
    1, 2, 3, 4, 5, 6, 7,
  ]);
});

test("months are as long as they are", () => {
  expect([1, 2, 4, 12].map((month) => daysInMonth(2026, month))).toEqual([31, 28, 30, 31]);
  expect([1900, 2000, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28]);
});

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2024-01-31", 1, "2024-02-29"],
  ["2024-02-29", 12, "2025-02-28"],
  ["2026-11-30", 3, "2027-02-28"],
  ["2026-03-31", -1, "2026-02-28"],
  ["2026-01-15", -13, "2024-12-15"],
])("%s and %d months is %s", (from, months, to) => {
  expect(addMonths(day(from), months)).toBe(to);
});

test("adding days follows the calendar, over every century rule", () => {
  const offsets = fc.integer({ min: -25_567, max: 83_000 });
  fc.assert(
    fc.property(offsets, fc.integer({ min: -400, max: 800 }), (offset, days) => {
      const from = day(new Date(offset * DAY_MS).toISOString().slice(0, 10));
      const to = addDays(from, days);
      expect(to).toBe(new Date((offset + days) * DAY_MS).toISOString().slice(0, 10));
      expect(daysBetween(from, to)).toBe(days);
      expect(weekday(to) % 7).toBe(new Date((offset + days) * DAY_MS).getUTCDay());
    }),
    { numRuns: 5000 },
  );
});
