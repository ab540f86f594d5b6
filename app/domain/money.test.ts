import fc from "fast-check";
import { expect, test } from "vitest";
import {
  allocate,
  allocateProRata,
  asCents,
  divideHalfUp,
  LARGEST_AMOUNT,
  parseDecimal,
  sum,
  toDecimal,
} from "./money.ts";

test.each([
  [5n, 10n, 1n],
  [4n, 10n, 0n],
  [15n, 10n, 2n],
  [25n, 10n, 3n],
  [-5n, 10n, -1n],
  [-4n, 10n, 0n],
  [0n, 3n, 0n],
])("%d / %d is %d", (numerator, denominator, result) => {
  expect(divideHalfUp(numerator, denominator)).toBe(result);
});

test("nothing is divided by nothing", () => {
  expect(() => divideHalfUp(1n, 0n)).toThrow(RangeError);
  expect(() => allocate(asCents(1n), [0n])).toThrow(RangeError);
  expect(() => allocate(asCents(-1n), [1n])).toThrow(RangeError);
  expect(() => allocateProRata(asCents(1n), [])).toThrow(RangeError);
  expect(() => allocateProRata(asCents(1n), [2n, -1n])).toThrow(RangeError);
});

test("cents left over go to the first parts, or to the largest fractions", () => {
  expect(allocate(asCents(5n), [1n, 0n, 1n, 1n])).toEqual([2n, 0n, 2n, 1n]);
  expect(allocateProRata(asCents(1n), [10n, 20n])).toEqual([0n, 1n]);
  expect(allocateProRata(asCents(5n), [1n, 1n])).toEqual([3n, 2n]);
  expect(allocateProRata(asCents(10n), [1n, 1n, 1n])).toEqual([4n, 3n, 3n]);
});

test("splitting never loses a cent", () => {
  const totals = fc.bigInt({ min: 0n, max: LARGEST_AMOUNT }).map(asCents);
  const weights = fc.array(fc.bigInt({ min: 0n, max: LARGEST_AMOUNT }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      totals,
      weights.filter((all) => all.some((weight) => weight > 0n)),
      (total, all) => {
        expect(sum(allocate(total, all))).toBe(total);
        const parts = allocateProRata(total, all);
        expect(sum(parts)).toBe(total);
        const whole = all.reduce((left, right) => left + right, 0n);
        for (const [index, part] of parts.entries()) {
          const weight = all[index] ?? 0n;
          const floor = (total * weight) / whole;
          expect(part === floor || part === floor + 1n).toBe(true);
          if (total <= whole) expect(part <= weight).toBe(true);
        }
      },
    ),
  );
});

test.each([
  "1e3",
  "1,00",
  "+1.00",
  " 1.00",
  "1.0",
  "1.000",
  "01.00",
  ".50",
  "1",
  "",
  "-",
  "1234567890123456.00",
  "٣.00",
])("the API form refuses %j", (text) => {
  expect(parseDecimal(text)).toEqual({ ok: false, error: { kind: "not_a_decimal" } });
});

test("what is written in the API form reads back", () => {
  expect([0n, 1n, -1n, 12_000n].map((amount) => toDecimal(asCents(amount)))).toEqual([
    "0.00",
    "0.01",
    "-0.01",
    "120.00",
  ]);
  fc.assert(
    fc.property(fc.bigInt({ min: -LARGEST_AMOUNT, max: LARGEST_AMOUNT }).map(asCents), (amount) => {
      expect(parseDecimal(toDecimal(amount))).toEqual({ ok: true, value: amount });
    }),
  );
});
