import type { LocalDate } from "#app/domain/calendar.ts";

const wall = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Amsterdam",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** What the clocks in the Netherlands show at an instant: the day, and the minutes since midnight. */
export function amsterdamMoment(at: Date): { date: LocalDate; minute: number } {
  const parts = new Map(wall.formatToParts(at).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  const date = `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}` as LocalDate;
  return { date, minute: number("hour") * 60 + number("minute") };
}

/** The instant at which clocks in the Netherlands show a time; of the hour that summer time skips, the one after it. */
export function instantInAmsterdam({ date, minute }: { date: LocalDate; minute: number }): Date {
  const asUtc = Date.parse(`${date}T00:00:00Z`) + minute * 60_000;
  const offsets = [60, 120].map((offset) => new Date(asUtc - offset * 60_000));
  const exact = offsets.find((at) => {
    const shown = amsterdamMoment(at);
    return shown.date === date && shown.minute === minute;
  });
  return exact ?? new Date(asUtc - 60 * 60_000);
}
