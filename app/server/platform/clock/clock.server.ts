import type { LocalDate } from "#app/domain/calendar.ts";

/** The time of the process. Everything that happens in the business happens at `now()`, on the day `today()`. */
export type Clock = {
  now(): Date;
  /** Today's calendar day in the Netherlands. */
  today(): LocalDate;
};

/** A clock that runs at the normal pace; with `start` it begins there instead of at the real time. */
export function startClock(start: Date | null): Clock {
  const offset = start ? start.getTime() - Date.now() : 0;
  const now = () => new Date(Date.now() + offset);
  return { now, today: () => dayInAmsterdam(now()) };
}

export function fixedClock(at: Date): Clock {
  return { now: () => new Date(at), today: () => dayInAmsterdam(at) };
}

const amsterdam = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Amsterdam",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The calendar day in Europe/Amsterdam at an instant: 23:30 UTC on 31 December is 1 January there. */
export function dayInAmsterdam(at: Date): LocalDate {
  const hour = Math.floor(at.getTime() / HOUR_MS);
  if (hour !== latest.hour) latest = { hour, day: amsterdam.format(at) as LocalDate };
  return latest.day;
}

const HOUR_MS = 3_600_000;

/** Since 1940 days there begin on a whole hour of UTC, in summer and in winter; the clock is asked many times an hour. */
let latest: { hour: number; day: LocalDate } = { hour: NaN, day: amsterdam.format(0) as LocalDate };

/** How a calendar day is handed to a `date` column: midnight UTC, so that no zone shifts it. */
export const toDateColumn = (date: LocalDate): Date => new Date(`${date}T00:00:00.000Z`);

export const fromDateColumn = (column: Date): LocalDate => column.toISOString().slice(0, 10) as LocalDate;
