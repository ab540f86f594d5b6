import { expect, test } from "vitest";
import { payDaysText, readPayDays } from "./pay-days-text.server.ts";

test.each([
  [[1, 2, 3, 15, 25], "1-3, 15, 25"],
  [[1, 2], "1, 2"],
  [["month_end" as const], ""],
])("%j is written as %s", (days, text) => {
  expect(payDaysText(days)).toBe(text);
});

test.each([
  ["1-3, 15;25", [1, 2, 3, 15, 25]],
  [" 25  1 – 3 2 ", [1, 2, 3, 25]],
  ["", []],
  ["3-1", null],
  ["maandag", null],
])("%s is read as %j", (typed, days) => {
  expect(readPayDays(typed)).toEqual(days);
});
