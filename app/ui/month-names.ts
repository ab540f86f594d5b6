import type { LocalDate } from "#app/domain/calendar.ts";

/** The twelve names of a language, January first. */
export type MonthNames = readonly string[];

/** Asked of Intl once: a page names many days, and letting Intl write each of them takes longer than the words around it. */
export function monthNames(locale: string, length: "long" | "short"): MonthNames {
  const format = new Intl.DateTimeFormat(locale, { day: "numeric", month: length, timeZone: "UTC" });
  const name = (month: number) => format.formatToParts(Date.UTC(2026, month)).find(({ type }) => type === "month");
  return Array.from({ length: 12 }, (_, month) => name(month)?.value ?? "");
}

/** Day, month and year in this order, as Dutch and British English write them: `22 november 2026`. */
export function writeDay(day: LocalDate, months: MonthNames): string {
  return `${writeDayAndMonth(day, months)} ${Number(day.slice(0, 4))}`;
}

/** `22 november`. */
export function writeDayAndMonth(day: LocalDate, months: MonthNames): string {
  return `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1] ?? ""}`;
}
