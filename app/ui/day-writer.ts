import type { LocalDate } from "#app/domain/calendar.ts";

/** Days as a language writes them, with its months whole or short. */
export type DayWriter = {
  /** `22 november 2026`, `22. November 2026`, `22 листопада 2026 р.`. */
  readonly day: (day: LocalDate) => string;
  /** `22 november`, `22. November`: without the year. */
  readonly dayOfMonth: (day: LocalDate) => string;
};

/**
 * Asks Intl once for the names of the months and what stands between the parts: a page names many days, and letting Intl
 * write each of them takes longer than the words around it.
 */
export function dayWriter(locale: string, month: "long" | "short"): DayWriter {
  return {
    day: writer(locale, { day: "numeric", month, year: "numeric" }),
    dayOfMonth: writer(locale, { day: "numeric", month }),
  };
}

function writer(locale: string, shape: Intl.DateTimeFormatOptions): (day: LocalDate) => string {
  const format = new Intl.DateTimeFormat(locale, { ...shape, timeZone: "UTC" });
  const parts = format.formatToParts(Date.UTC(2026, 10, 22));
  const months = Array.from({ length: 12 }, (_, month) => monthIn(format.formatToParts(Date.UTC(2026, month, 22))));
  const written: Record<string, (day: LocalDate) => string> = {
    day: (day) => String(Number(day.slice(8))),
    month: (day) => months[Number(day.slice(5, 7)) - 1] ?? "",
    year: (day) => String(Number(day.slice(0, 4))),
  };
  return (day) => parts.map(({ type, value }) => written[type]?.(day) ?? value).join("");
}

function monthIn(parts: readonly Intl.DateTimeFormatPart[]): string {
  return parts.find(({ type }) => type === "month")?.value ?? "";
}
