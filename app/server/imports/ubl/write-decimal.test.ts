import { expect, test } from "vitest";
import { writeDecimal, writeEuro } from "./write-decimal.server.ts";

test.each([
  ["1436.5", 2, "1.436,50"],
  ["729", 2, "729,00"],
  ["-25", 2, "-25,00"],
  ["0.12345", 2, "0,12345"],
  [".5", 2, "0,50"],
  ["+007.10", 2, "7,10"],
  ["1234567.00", 2, "1.234.567,00"],
  ["44.00", 0, "44"],
  ["31.50", 0, "31,5"],
  ["200.", 0, "200"],
  ["", 2, ""],
  ["-", 2, "-"],
  ["1,5", 2, "1,5"],
  ["twaalf", 2, "twaalf"],
  ["9".repeat(41), 0, "9".repeat(41)],
])("%j with at least %d decimals is %j", (text, decimals, written) => {
  expect(writeDecimal(text, decimals)).toBe(written);
});

test("an amount in euro does not break after its sign", () => {
  expect(writeEuro("-1436.5")).toBe("€\u00a0-1.436,50");
});
