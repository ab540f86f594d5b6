import { expect, test } from "vitest";
import { day } from "./calendar.ts";
import { addWorkingDays, easterSunday, holidaysOf, isHoliday, isWorkingDay, workingDayFrom } from "./holidays.ts";

test.each([
  "1961-04-02",
  "2000-04-23",
  "2008-03-23",
  "2024-03-31",
  "2025-04-20",
  "2026-04-05",
  "2027-03-28",
  "2038-04-25",
])("Easter on %s", (date) => {
  expect(easterSunday(Number(date.slice(0, 4)))).toBe(date);
});

test("the holidays of 2026", () => {
  expect([...holidaysOf(2026)]).toEqual([
    ["2026-01-01", "new_year"],
    ["2026-04-03", "good_friday"],
    ["2026-04-06", "easter_monday"],
    ["2026-04-27", "kings_day"],
    ["2026-05-05", "liberation_day"],
    ["2026-05-14", "ascension_day"],
    ["2026-05-25", "whit_monday"],
    ["2026-12-25", "christmas_day"],
    ["2026-12-26", "boxing_day"],
  ]);
});

test("the monarch's birthday is kept on the day before when it is a Sunday", () => {
  expect(isHoliday(day("2025-04-26"))).toBe(true);
  expect(isHoliday(day("2025-04-27"))).toBe(false);
  expect(isHoliday(day("2013-04-30"))).toBe(true);
  expect(isHoliday(day("2013-04-27"))).toBe(false);
});

test.each([
  ["2026-11-20", true],
  ["2026-11-21", false],
  ["2026-11-22", false],
  ["2026-11-23", true],
  ["2026-12-25", false],
])("%s is a working day: %s", (date, expected) => {
  expect(isWorkingDay(day(date))).toBe(expected);
});

test("the next working day", () => {
  expect(workingDayFrom(day("2026-12-25"))).toBe("2026-12-28");
  expect(workingDayFrom(day("2026-12-24"))).toBe("2026-12-24");
  expect(addWorkingDays(day("2026-12-23"), 2)).toBe("2026-12-28");
  expect(addWorkingDays(day("2026-12-26"), 0)).toBe("2026-12-28");
  expect(addWorkingDays(day("2026-11-20"), 5)).toBe("2026-11-27");
});
