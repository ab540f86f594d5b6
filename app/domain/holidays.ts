import { addDays, day, type LocalDate, parts, weekday } from "./calendar.ts";

export type HolidayName =
  | "new_year"
  | "good_friday"
  | "easter_monday"
  | "kings_day"
  | "liberation_day"
  | "ascension_day"
  | "whit_monday"
  | "christmas_day"
  | "boxing_day";

/** The generally recognised public holidays of a year, and Good Friday, which is treated alike (Algemene termijnenwet art. 3). */
export function holidaysOf(year: number): ReadonlyMap<LocalDate, HolidayName> {
  const known = workedOut.get(year);
  if (known !== undefined) return known;
  const holidays = workOutHolidays(year);
  workedOut.set(year, holidays);
  return holidays;
}

/** Asked for day by day; there are no more years than the calendar has. */
const workedOut = new Map<number, ReadonlyMap<LocalDate, HolidayName>>();

function workOutHolidays(year: number): ReadonlyMap<LocalDate, HolidayName> {
  const easter = easterSunday(year);
  return new Map<LocalDate, HolidayName>([
    [day(`${year}-01-01`), "new_year"],
    [addDays(easter, -2), "good_friday"],
    [addDays(easter, 1), "easter_monday"],
    [monarchsDay(year), "kings_day"],
    [day(`${year}-05-05`), "liberation_day"],
    [addDays(easter, 39), "ascension_day"],
    [addDays(easter, 50), "whit_monday"],
    [day(`${year}-12-25`), "christmas_day"],
    [day(`${year}-12-26`), "boxing_day"],
  ]);
}

export function isHoliday(date: LocalDate): boolean {
  return holidaysOf(parts(date)[0]).has(date);
}

/** Not a Saturday, Sunday or holiday (Algemene termijnenwet art. 1). */
export function isWorkingDay(date: LocalDate): boolean {
  return weekday(date) <= 5 && !isHoliday(date);
}

/** The day itself when it is a working day, else the first one after it. */
export function workingDayFrom(date: LocalDate): LocalDate {
  let at = date;
  while (!isWorkingDay(at)) at = addDays(at, 1);
  return at;
}

/** The working day that many working days after `date`; 0 is `workingDayFrom`. */
export function addWorkingDays(date: LocalDate, days: number): LocalDate {
  let at = days > 0 ? date : workingDayFrom(date);
  for (let left = days; left > 0; left -= 1) at = workingDayFrom(addDays(at, 1));
  return at;
}

/** Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterSunday(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const lunar = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - lunar + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * correction + 114;
  const pad = (value: number) => value.toString().padStart(2, "0");
  return day(`${year}-${pad(Math.floor(sum / 31))}-${pad((sum % 31) + 1)}`);
}

/** King's Day since 2014: 27 April. Before: Queen's Day, 30 April. On a Sunday: the day before. */
function monarchsDay(year: number): LocalDate {
  const date = day(year >= 2014 ? `${year}-04-27` : `${year}-04-30`);
  return weekday(date) === 7 ? addDays(date, -1) : date;
}
