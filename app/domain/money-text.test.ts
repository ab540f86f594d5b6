import fc from "fast-check";
import { expect, test } from "vitest";
import { asCents, LARGEST_AMOUNT } from "./money.ts";
import { formatEuro, parseEuro } from "./money-text.ts";

test.each([
  [0n, "€ 0,00", "€0.00"],
  [1n, "€ 0,01", "€0.01"],
  [123_456n, "€ 1.234,56", "€1,234.56"],
  [99_999_999_999n, "€ 999.999.999,99", "€999,999,999.99"],
  [-1250n, "€ -12,50", "-€12.50"],
])("%d cents is printed as %s and %s", (amount, dutch, english) => {
  expect(formatEuro(asCents(amount))).toBe(dutch.replace(" ", "\u00a0"));
  expect(formatEuro(asCents(amount), "en")).toBe(english);
});

test.each([
  ["12", 1200n],
  ["12,5", 1250n],
  ["12,50", 1250n],
  ["12.50", 1250n],
  ["12.5", 1250n],
  ["0,05", 5n],
  ["007", 700n],
  ["1.234,56", 123_456n],
  ["1,234.56", 123_456n],
  ["1 234,56", 123_456n],
  ["1.234.567", 123_456_700n],
  ["1234,56", 123_456n],
  ["€ 12,50", 1250n],
  ["€12,50", 1250n],
  ["€\u00a01.234,56", 123_456n],
  ["EUR 12,50", 1250n],
  ["12,50 euro", 1250n],
  ["12,50 €", 1250n],
  ["12,-", 1200n],
  ["€ 1.234,--", 123_400n],
  ["  12,50  ", 1250n],
  ["999999999,99", 99_999_999_999n],
])("%j is read as %d cents", (text, amount) => {
  expect(parseEuro(text)).toEqual({ ok: true, value: amount });
});

test.each([
  ["1.234", "ambiguous_amount"],
  ["1,234", "ambiguous_amount"],
  ["123.456", "ambiguous_amount"],
  ["12,345", "ambiguous_amount"],
  ["1234.567", "ambiguous_amount"],
  ["0,123", "too_many_decimals"],
  ["12,3456", "too_many_decimals"],
  ["1.234,567", "too_many_decimals"],
  ["1000000000", "amount_too_large"],
  ["999999999999999999999", "amount_too_large"],
  ["", "not_an_amount"],
  ["€", "not_an_amount"],
  ["twaalf", "not_an_amount"],
  ["-12", "not_an_amount"],
  ["+12", "not_an_amount"],
  ["1e3", "not_an_amount"],
  ["0x10", "not_an_amount"],
  ["12,5,0", "not_an_amount"],
  ["1.23,45", "not_an_amount"],
  ["1.2345,00", "not_an_amount"],
  [",50", "not_an_amount"],
  ["12,", "not_an_amount"],
  ["$ 12", "not_an_amount"],
  ["12 13", "not_an_amount"],
])("%j is refused: %s", (text, kind) => {
  expect(parseEuro(text)).toEqual({ ok: false, error: { kind } });
});

test("what is printed reads back, in both languages", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: LARGEST_AMOUNT }).map(asCents),
      fc.constantFrom("nl", "en"),
      (amount, language) => {
        expect(parseEuro(formatEuro(amount, language))).toEqual({ ok: true, value: amount });
      },
    ),
  );
});
