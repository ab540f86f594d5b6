import { err, ok, type Result } from "./result.ts";

declare const localDate: unique symbol;

/** A calendar day in the Netherlands, `"2026-11-22"`. Has no time and no zone, and sorts as text. */
export type LocalDate = string & { readonly [localDate]: true };

const FIRST_DAY = "1900-01-01";
const LAST_DAY = "2199-12-31";

/** Reads `YYYY-MM-DD` from 1900 up to 2199; refuses days that do not exist, such as 2026-02-29. */
export function parseLocalDate(text: string): Result<LocalDate, { kind: "not_a_day" }> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < FIRST_DAY || text > LAST_DAY) return err({ kind: "not_a_day" });
  const [year, month, day] = parts(text);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return err({ kind: "not_a_day" });
  return ok(text as LocalDate);
}

/** A day known to exist, for constants and tests. Throws on any other text. */
export function day(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (!parsed.ok) throw new RangeError(`not a calendar day: ${text}`);
  return parsed.value;
}

export function addDays(from: LocalDate, days: number): LocalDate {
  const [year, month, dayOfMonth] = parts(from);
  const inMonth = dayOfMonth + days;
  if (inMonth >= 1 && inMonth <= 28) return write(year, month, inMonth);
  return fromDayNumber(dayNumber(from) + days);
}

/** The same day `months` later, or the last day of that month where it is shorter: 31 January + 1 = 28 February. */
export function addMonths(from: LocalDate, months: number): LocalDate {
  const [year, month, dayOfMonth] = parts(from);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = (index % 12) + 1;
  return write(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

export const earlier = (left: LocalDate, right: LocalDate): LocalDate => (left < right ? left : right);

export const later = (left: LocalDate, right: LocalDate): LocalDate => (left > right ? left : right);

/** 1 for Monday up to 7 for Sunday (ISO 8601). */
export function weekday(date: LocalDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (((dayNumber(date) + 2) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Year, month (1 to 12) and day of the month. */
export function parts(date: string): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function write(year: number, month: number, dayOfMonth: number): LocalDate {
  return `${year.toString().padStart(4, "0")}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` as LocalDate;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : value.toString();
}

const DAYS_IN_FOUR_CENTURIES = 146_097;

/** Days since 1 March of the year 0. Years are counted from March here, so that a leap day is the last of its year. */
function dayNumber(date: LocalDate): number {
  const [year, month, dayOfMonth] = parts(date);
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  return (
    marchYear * 365 + Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400) + dayOfYear
  );
}

function fromDayNumber(days: number): LocalDate {
  const ofCycle = days % DAYS_IN_FOUR_CENTURIES;
  const yearOfCycle = Math.floor(
    (ofCycle - Math.floor(ofCycle / 1460) + Math.floor(ofCycle / 36_524) - Math.floor(ofCycle / 146_096)) / 365,
  );
  const dayOfYear = ofCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = ((monthFromMarch + 2) % 12) + 1;
  const year = Math.floor(days / DAYS_IN_FOUR_CENTURIES) * 400 + yearOfCycle + (month <= 2 ? 1 : 0);
  return write(year, month, dayOfMonth);
}
