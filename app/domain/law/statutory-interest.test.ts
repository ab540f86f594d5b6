import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day } from "../calendar.ts";
import { asCents, sum } from "../money.ts";
import { percent } from "../rate.ts";
import { rateSteps } from "./interest-rate-steps.ts";
import { INTEREST_RATES } from "./interest-rates.ts";
import {
  accrue,
  copyInterest,
  endOfInterestYear,
  interestPeriods,
  openInterest,
  settlePeriod,
  startInterest,
  totalInterest,
} from "./statutory-interest.ts";

const TEN = [{ from: day("1900-01-01"), rate: percent("10") }];
const STATUTORY = rateSteps({ kind: "consumer", interest: { type: "statutory" }, frozen: [], rates: INTEREST_RATES });

test.each([
  ["2025-01-01", "2025-12-31"],
  ["2024-02-29", "2025-02-28"],
  ["2025-03-01", "2026-02-28"],
  ["2023-03-01", "2024-02-29"],
  ["2026-07-06", "2027-07-05"],
])("the interest year from %s ends on %s", (first, last) => {
  expect(endOfInterestYear(day(first))).toBe(last);
});

test("a full year is exactly the rate, also a leap year, and bears interest itself from then on", () => {
  const lines = interestPeriods({
    principal: asCents(100_000n),
    dueOn: day("2023-12-31"),
    until: day("2025-01-01"),
    steps: TEN,
  });
  expect(lines.map(({ days, base, yearDays, amount }) => [days, base, yearDays, amount])).toEqual([
    [366, 100_000n, 366, 10_000n],
    [1, 110_000n, 365, 30n],
  ]);
});

test("before the first known rate nothing is asked", () => {
  const lines = interestPeriods({
    principal: asCents(100_000n),
    dueOn: day("2009-06-20"),
    until: day("2009-07-02"),
    steps: STATUTORY,
  });
  expect(lines.map(({ from, days }) => [from, days])).toEqual([["2009-07-01", 2]]);
});

test("paid interest of a completed year no longer bears interest", () => {
  const interest = startInterest({ dueOn: day("2024-12-31"), steps: TEN });
  accrue(interest, asCents(100_000n), day("2025-12-31"));
  expect(openInterest(interest, "capitalised")).toBe(10_000n);
  const [year] = interest.unpaid;
  if (year) settlePeriod(interest, year, asCents(4_000n));
  accrue(interest, asCents(100_000n), day("2026-12-31"));
  expect(interest.periods.at(-1)).toMatchObject({ base: 106_000n, amount: 10_600n });
  expect([openInterest(interest), totalInterest(interest)]).toEqual([16_600n, 20_600n]);
});

test("a copy moves on alone", () => {
  const interest = startInterest({ dueOn: day("2024-12-31"), steps: TEN });
  accrue(interest, asCents(100_000n), day("2025-01-31"));
  const copy = copyInterest(interest);
  accrue(copy, asCents(100_000n), day("2026-01-31"));
  expect([interest.periods.length, interest.next, interest.unpaid[0]?.capitalised]).toEqual([1, "2025-02-01", false]);
  expect([copy.periods.length, copy.next, copy.unpaid[0]?.capitalised]).toEqual([3, "2026-02-01", true]);
  expect([totalInterest(interest), totalInterest(copy)]).toEqual([849n, 10_934n]);
});

test("a period that is paid off is no longer kept as unpaid, and stays printed", () => {
  const interest = startInterest({ dueOn: day("2024-12-31"), steps: TEN });
  accrue(interest, asCents(100_000n), day("2026-12-31"));
  const [first, second] = interest.unpaid;
  if (first) settlePeriod(interest, first, asCents(10_000n));
  expect(interest.unpaid).toEqual([second]);
  expect(interest.periods.map(({ amount }) => amount)).toEqual([10_000n, 11_000n]);
});

test("over nothing no interest runs and no line is printed; it runs again when there is principal again", () => {
  const interest = startInterest({ dueOn: day("2024-12-31"), steps: TEN });
  accrue(interest, asCents(0n), day("2025-03-31"));
  accrue(interest, asCents(100_000n), day("2025-04-10"));
  expect(interest.periods.map(({ from, days, amount }) => [from, days, amount])).toEqual([["2025-04-01", 10, 274n]]);
});

test("a period of less than half a cent is printed, and leaves nothing to pay", () => {
  const interest = startInterest({ dueOn: day("2024-12-31"), steps: TEN });
  accrue(interest, asCents(1n), day("2025-01-31"));
  expect(interest.periods.map(({ days, amount }) => [days, amount])).toEqual([[31, 0n]]);
  expect(interest.unpaid).toEqual([]);
});

test("cutting the first year on any day changes the total by at most a cent for each line more", () => {
  const amounts = fc.bigInt({ min: 1n, max: 10_000_000n }).map(asCents);
  fc.assert(
    fc.property(amounts, fc.nat(2000), fc.nat(180), fc.nat(180), (principal, start, first, second) => {
      const dueOn = addDays(day("2019-01-01"), start);
      const until = addDays(dueOn, first + second);
      const whole = interestPeriods({ principal, dueOn, until, steps: STATUTORY });
      const interest = startInterest({ dueOn, steps: STATUTORY });
      accrue(interest, principal, addDays(dueOn, first));
      accrue(interest, principal, until);
      const difference = totalInterest(interest) - sum(whole.map((line) => line.amount));
      const more = BigInt(interest.periods.length - whole.length);
      expect(difference <= more && -difference <= more).toBe(true);
      expect(whole.reduce((days, line) => days + line.days, 0)).toBe(first + second);
    }),
  );
});
