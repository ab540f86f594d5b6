import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../calendar.ts";
import { asCents, LARGEST_AMOUNT, parseDecimal, toDecimal } from "../money.ts";
import { toPercent } from "../rate.ts";
import { COLLECTION_COST_TARIFFS, collectionCosts, vatOnCosts, vatRateOn } from "./collection-costs.ts";

const today = day("2026-11-22");

test.each([
  ["0.00", "0.00", "0.00"],
  ["0.01", "40.00", "48.40"],
  ["266.66", "40.00", "48.40"],
  ["266.67", "40.00", "48.40"],
  ["266.70", "40.01", "48.41"],
  ["267.00", "40.05", "48.46"],
  ["433.52", "65.03", "78.69"],
  ["1234.56", "185.18", "224.07"],
  ["2500.01", "375.00", "453.75"],
  ["2500.05", "375.01", "453.76"],
  ["3000.00", "425.00", "514.25"],
  ["5000.10", "625.01", "756.26"],
  ["10000.50", "875.01", "1058.76"],
  ["199999.99", "2775.00", "3357.75"],
  ["200001.00", "2775.01", "3357.76"],
  ["999998.00", "6774.99", "8197.74"],
  ["999999.99", "6775.00", "8197.75"],
  ["1000000.00", "6775.00", "8197.75"],
  ["5000000.00", "6775.00", "8197.75"],
])("over %s: %s, with VAT %s", (principal, costs, withVat) => {
  const parsed = parseDecimal(principal);
  const asked = collectionCosts(parsed.ok ? parsed.value : asCents(-1n), today);
  expect(toDecimal(asked)).toBe(costs);
  expect(toDecimal(asCents(asked + vatOnCosts(asked, today)))).toBe(withVat);
});

test("nothing over less than nothing", () => {
  expect(collectionCosts(asCents(-100n), today)).toBe(0n);
});

test("the tariff in force says from when it is, and by which decree", () => {
  expect(COLLECTION_COST_TARIFFS.map(({ validFrom, source }) => [validFrom, source])).toEqual([
    ["2012-07-01", "Besluit vergoeding voor buitengerechtelijke incassokosten art. 2, Stb. 2012, 141"],
  ]);
});

test("VAT by day", () => {
  expect(
    [day("1999-01-01"), day("2012-09-30"), day("2012-10-01"), today].map((on) => toPercent(vatRateOn(on))),
  ).toEqual(["19.00", "19.00", "21.00", "21.00"]);
});

test("between the minimum and the maximum, and never less over more", () => {
  const amounts = fc.bigInt({ min: 1n, max: LARGEST_AMOUNT }).map(asCents);
  fc.assert(
    fc.property(amounts, amounts, (principal, more) => {
      const costs = collectionCosts(principal, today);
      expect(costs >= 4000n && costs <= 677_500n).toBe(true);
      expect(collectionCosts(asCents(principal + more), today) >= costs).toBe(true);
    }),
  );
});
