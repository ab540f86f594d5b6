import { addDays, type LocalDate, weekday } from "./calendar.ts";
import { isHoliday } from "./holidays.ts";

/** A moment on the clock in the Netherlands: minutes since midnight, 0 to 1439. */
export type LocalMoment = { readonly date: LocalDate; readonly minute: number };

const OPENS = 7 * 60;
const CLOSES = 20 * 60;

/**
 * Whether a debtor may be approached: Monday to Saturday from 07:00 up to 20:00, not on Sundays and holidays (Bki).
 * An answer to what the debtor just did needs no window.
 */
export function mayContact(at: LocalMoment): boolean {
  return isContactDay(at.date) && at.minute >= OPENS && at.minute < CLOSES;
}

/** The moment itself when contact is allowed then, else the opening of the next window. */
export function nextContactMoment(at: LocalMoment): LocalMoment {
  if (mayContact(at)) return at;
  let date = at.minute < OPENS ? at.date : addDays(at.date, 1);
  while (!isContactDay(date)) date = addDays(date, 1);
  return { date, minute: OPENS };
}

function isContactDay(date: LocalDate): boolean {
  return weekday(date) !== 7 && !isHoliday(date);
}
