import { expect, test } from "vitest";
import { readAmount } from "./read-amount.server.ts";

test.each([
  ["729", 72_900n],
  ["1436.5", 143_650n],
  ["200.00", 20_000n],
  ["12.3400", 1_234n],
  ["-242.00", -24_200n],
  ["+0.01", 1n],
  [".5", 50n],
  ["7.", 700n],
  ["0", 0n],
  ["-0.00", 0n],
  ["000000000000000012.00", 1_200n],
  ["999999999.99", 99_999_999_999n],
])("%s", (text, cents) => {
  expect(readAmount(text)).toEqual({ ok: true, value: cents });
});

test.each([
  ["12.345", "amount_not_in_cents"],
  ["1000000000.00", "amount_too_large"],
  ["9".repeat(40), "amount_too_large"],
  [`1.${"0".repeat(100_000)}1`, "not_an_amount"],
  ["9".repeat(100_000), "not_an_amount"],
  ["", "not_an_amount"],
  [".", "not_an_amount"],
  ["-", "not_an_amount"],
  ["1e3", "not_an_amount"],
  ["12,50", "not_an_amount"],
  ["1 000.00", "not_an_amount"],
  ["€ 12", "not_an_amount"],
  ["NaN", "not_an_amount"],
])("%.50s is refused", (text, code) => {
  expect(readAmount(text)).toMatchObject({ ok: false, error: { code } });
});
