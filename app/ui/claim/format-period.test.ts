import { expect, test } from "vitest";
import { addDays, day } from "#app/domain/calendar.ts";
import { LANGUAGES } from "#app/i18n/languages.ts";
import { localeOf } from "#app/i18n/locales.ts";
import { formatPeriod } from "./format-period.ts";

test("a period names month and year once where they are the same", () => {
  const period = (from: string, to: string) => ({ from: day(from), to: day(to) });
  expect(formatPeriod(period("2026-05-31", "2026-11-22"), "nl")).toBe("31 mei\u2009–\u200922 nov 2026");
  expect(formatPeriod(period("2025-12-31", "2026-01-03"), "nl")).toBe("31 dec 2025\u2009–\u20093 jan 2026");
  expect(formatPeriod(period("2026-05-01", "2026-05-22"), "nl")).toBe("1–22 mei 2026");
  expect(formatPeriod(period("2026-05-01", "2026-05-22"), "en")).toBe("1\u2009–\u200922 May 2026");
  expect(formatPeriod(period("2026-09-01", "2026-09-01"), "en")).toBe("1 Sept 2026");
  expect(formatPeriod(period("2026-05-01", "2026-05-22"), "de")).toBe("1.–22. Mai 2026");
  expect(formatPeriod(period("2026-05-31", "2026-11-22"), "uk")).toBe("31 трав. – 22 лист. 2026\u202fр.");
  expect(formatPeriod(period("2026-05-01", "2026-05-22"), "ar")).toBe("1–22 مايو 2026");
});

test("a period reads as Intl writes it", () => {
  const shape: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" };
  const first = day("2023-12-25");
  // Ukrainian says once for both years that they are years; here each says it for itself.
  for (const language of LANGUAGES.filter((one) => one !== "uk")) {
    const intl = new Intl.DateTimeFormat(localeOf(language), shape);
    for (let start = 0; start < 400; start += 7) {
      for (const length of [0, 1, 5, 40, 365, 400]) {
        const [from, to] = [addDays(first, start), addDays(first, start + length)];
        expect(formatPeriod({ from, to }, language)).toBe(intl.formatRange(new Date(from), new Date(to)));
      }
    }
  }
});
