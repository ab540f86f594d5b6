import { expect, test } from "vitest";
import { parsePercent, percent, sameRate, toPercent } from "./rate.ts";

test.each([
  ["4", "4.00"],
  ["10.4", "10.40"],
  ["10.15", "10.15"],
  ["7.125", "7.125"],
  ["0.0001", "0.0001"],
  ["0", "0.00"],
  ["100", "100.00"],
  ["1000", "1000.00"],
])("%s percent is written as %s", (text, written) => {
  expect(toPercent(percent(text))).toBe(written);
});

test.each(["", "4%", "-1", "04", "4.", ".5", "1.23456", "1000.0001", "10000", "1e2", "4,5", " 4"])(
  "%j is no percentage",
  (text) => {
    expect(parsePercent(text)).toEqual({ ok: false, error: { kind: "not_a_percentage" } });
    expect(() => percent(text)).toThrow(RangeError);
  },
);

test("equal rates are equal however they are written", () => {
  expect(sameRate(percent("4"), percent("4.00"))).toBe(true);
  expect(sameRate(percent("4"), percent("4.01"))).toBe(false);
});
