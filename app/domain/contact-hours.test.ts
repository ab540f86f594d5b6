import { expect, test } from "vitest";
import { day } from "./calendar.ts";
import { mayContact, nextContactMoment } from "./contact-hours.ts";

test.each([
  ["2026-11-21", 7 * 60, true],
  ["2026-11-21", 7 * 60 - 1, false],
  ["2026-11-21", 20 * 60 - 1, true],
  ["2026-11-21", 20 * 60, false],
  ["2026-11-22", 12 * 60, false],
  ["2026-12-25", 12 * 60, false],
  ["2026-04-03", 12 * 60, false],
])("contact on %s at minute %d: %s", (date, minute, allowed) => {
  expect(mayContact({ date: day(date), minute })).toBe(allowed);
});

test.each([
  ["2026-11-23", 600, "2026-11-23", 600],
  ["2026-11-23", 60, "2026-11-23", 420],
  ["2026-11-21", 1200, "2026-11-23", 420],
  ["2026-11-22", 60, "2026-11-23", 420],
  ["2026-12-24", 1300, "2026-12-28", 420],
])("from %s %d on, the first moment is %s %d", (date, minute, toDate, toMinute) => {
  expect(nextContactMoment({ date: day(date), minute })).toEqual({ date: toDate, minute: toMinute });
});
