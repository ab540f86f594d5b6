import type { LocalDate } from "#app/domain/calendar.ts";
import type { Language } from "#app/i18n/languages.ts";
import { byLocale } from "#app/i18n/locales.ts";
import { type DayWriter, dayWriter } from "#app/ui/day-writer.ts";

/** `31 mei – 22 nov 2026`; month and year stand once where they are the same. As Intl writes a range of days. */
export function formatPeriod({ from, to }: { from: LocalDate; to: LocalDate }, language: Language): string {
  const { day, dayOfMonth, dash, withinMonth } = styles(language);
  const end = day(to);
  if (from === to) return end;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}${withinMonth}${end}`;
  if (from.slice(0, 4) === to.slice(0, 4)) return `${dayOfMonth(from)}${dash}${end}`;
  return `${day(from)}${dash}${end}`;
}

type PeriodStyle = DayWriter & { readonly dash: string; readonly withinMonth: string };

const styles = byLocale((locale): PeriodStyle => {
  const format = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const dash = (from: number, to: number) =>
    format.formatRangeToParts(from, to).find(({ type, source, value }) => type === "literal" && source === "shared" && value.includes("–"))?.value ?? " – "; // prettier-ignore
  const start = Date.UTC(2026, 9, 5);
  return {
    ...dayWriter(locale, "short"),
    dash: dash(start, Date.UTC(2027, 9, 5)),
    withinMonth: dash(start, Date.UTC(2026, 9, 9)),
  };
});
