import type { LocalDate } from "#app/domain/calendar.ts";
import type { Language } from "#app/i18n/languages.ts";
import { type MonthNames, monthNames, writeDay, writeDayAndMonth } from "#app/ui/month-names.ts";

/** `31 mei – 22 nov 2026`; month and year stand once where they are the same. As Intl writes a range of days. */
export function formatPeriod({ from, to }: { from: LocalDate; to: LocalDate }, language: Language): string {
  const { months, withinMonth } = STYLES[language];
  const end = writeDay(to, months);
  if (from === to) return end;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}${withinMonth}${end}`;
  if (from.slice(0, 4) === to.slice(0, 4)) return `${writeDayAndMonth(from, months)}${DASH}${end}`;
  return `${writeDay(from, months)}${DASH}${end}`;
}

/** Between thin spaces. */
const DASH = "\u2009–\u2009";

const STYLES: Readonly<Record<Language, { months: MonthNames; withinMonth: string }>> = {
  nl: { months: monthNames("nl-NL", "short"), withinMonth: "–" },
  en: { months: monthNames("en-GB", "short"), withinMonth: DASH },
};
