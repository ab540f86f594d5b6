import { type LocalDate, parseLocalDate } from "./calendar.ts";
import type { Result } from "./result.ts";
import { westernDigits } from "./western-digits.ts";

/**
 * A day as a browser's own field writes it, `2026-10-31`, or as people type it where there is none: `31-10-2026`,
 * `31/10/2026`, `31.10.2026`, `31 10 2026`. Space around it does not count, digits of an
 * Arabic keyboard do. Two digits for a year are no year.
 */
export function parseTypedDay(typed: string): Result<LocalDate, { kind: "not_a_day" }> {
  const text = westernDigits(typed).trim();
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text) ?? [];
  return parseLocalDate(year === "" ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}
