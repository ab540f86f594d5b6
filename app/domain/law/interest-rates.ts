import { addDays, addMonths, day, type LocalDate } from "../calendar.ts";
import { percent, type Rate } from "../rate.ts";

/** consumer: wettelijke rente, BW 6:119. commercial: wettelijke handelsrente, BW 6:119a. */
export type InterestRateKind = "consumer" | "commercial";

export type InterestRate = {
  readonly kind: InterestRateKind;
  readonly validFrom: LocalDate;
  readonly rate: Rate;
  readonly source: string;
};

const CONSUMER: readonly [from: string, percentage: string, source: string][] = [
  ["2009-07-01", "4", "Stb. 2009, 262"],
  ["2010-01-01", "3", "Besluit wettelijke rente per 1 januari 2010"],
  ["2011-07-01", "4", "Besluit van 23 juni 2011"],
  ["2012-07-01", "3", "Stb. 2012, 285"],
  ["2015-01-01", "2", "Stb. 2014, 491"],
  ["2023-01-01", "4", "BWBR0047640"],
  ["2023-07-01", "6", "Besluit wettelijke rente per 1 juli 2023"],
  ["2024-01-01", "7", "Stb. 2023, 484"],
  ["2025-01-01", "6", "Besluit wettelijke rente per 1 januari 2025"],
  ["2026-01-01", "4", "Besluit van 10 december 2025"],
  ["2026-07-01", "4", "unchanged on 1 July 2026"],
];

const COMMERCIAL: readonly [from: string, percentage: string, source: string][] = [
  ["2009-07-01", "8", "ECB 1.00 + 7"],
  ["2011-07-01", "8.25", "ECB 1.25 + 7"],
  ["2012-01-01", "8", "ECB 1.00 + 7"],
  ["2013-01-01", "7.75", "ECB 0.75 + 7"],
  ["2013-03-16", "8.75", "ECB 0.75 + 8, Directive 2011/7/EU"],
  ["2013-07-01", "8.5", "ECB 0.50 + 8"],
  ["2014-01-01", "8.25", "ECB 0.25 + 8"],
  ["2014-07-01", "8.15", "ECB 0.15 + 8"],
  ["2015-01-01", "8.05", "ECB 0.05 + 8"],
  ["2016-07-01", "8", "ECB 0.00 + 8"],
  ["2023-01-01", "10.5", "ECB 2.50 + 8"],
  ["2023-07-01", "12", "ECB 4.00 + 8"],
  ["2024-01-01", "12.5", "ECB 4.50 + 8"],
  ["2024-07-01", "12.25", "ECB 4.25 + 8"],
  ["2025-01-01", "11.15", "ECB 3.15 + 8"],
  ["2025-07-01", "10.15", "ECB 2.15 + 8"],
  ["2026-01-01", "10.15", "ECB 2.15 + 8"],
  ["2026-07-01", "10.4", "ECB 2.40 + 8"],
];

/** The rates known at release. A new decree is a new row; nothing is computed from the ECB's rate. */
export const INTEREST_RATES: readonly InterestRate[] = [
  ...rows("consumer", CONSUMER),
  ...rows("commercial", COMMERCIAL),
];

/** The rate in force on a day; undefined before the first row, for which nothing may be asked. */
export function rateOn(
  rates: readonly InterestRate[],
  kind: InterestRateKind,
  on: LocalDate,
): InterestRate | undefined {
  let newest: InterestRate | undefined;
  for (const row of rates) {
    if (row.kind !== kind || row.validFrom > on) continue;
    if (newest === undefined || row.validFrom > newest.validFrom) newest = row;
  }
  return newest;
}

export type RateWarning = {
  readonly kind: "rates_outdated";
  readonly newest: LocalDate | null;
  readonly since: LocalDate | null;
};

/**
 * Rates change on 1 January and 1 July. Warns when the newest commercial row (the one that is confirmed twice a year)
 * is older than six months and fifteen days, or missing; null while all is well.
 */
export function rateWarning(rates: readonly InterestRate[], today: LocalDate): RateWarning | null {
  const days = rates.filter((row) => row.kind === "commercial").map((row) => row.validFrom);
  const newest = days.sort().at(-1);
  if (newest === undefined) return { kind: "rates_outdated", newest: null, since: null };
  const since = addDays(addMonths(newest, 6), 16);
  return today < since ? null : { kind: "rates_outdated", newest, since };
}

function rows(kind: InterestRateKind, table: readonly [string, string, string][]): InterestRate[] {
  return table.map(([from, percentage, source]) => ({ kind, validFrom: day(from), rate: percent(percentage), source }));
}
