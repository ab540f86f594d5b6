import { expect, test } from "vitest";
import { day } from "#app/domain/calendar.ts";
import { collectionCosts } from "#app/domain/law/collection-costs.ts";
import { asCents, sum } from "#app/domain/money.ts";
import { costSum } from "./cost-shares.ts";

const ON = day("2026-07-06");

test("a small amount: the share, and the minimum of the law", () => {
  const { shares, minimum, maximum } = costSum(asCents(12_000n), ON);
  expect(shares.map(({ over, share }) => [over, share])).toEqual([[12_000n, 1_800n]]);
  expect(minimum).toBe(4_000n);
  expect(maximum).toBeNull();
});

test("a larger amount: a share of each step", () => {
  const { shares, minimum } = costSum(asCents(620_000n), ON);
  expect(shares.map(({ over, share }) => [over, share])).toEqual([
    [250_000n, 37_500n],
    [250_000n, 25_000n],
    [120_000n, 6_000n],
  ]);
  expect(minimum).toBeNull();
});

test("a very large amount: the maximum of the law", () => {
  expect(costSum(asCents(200_000_000n), ON).maximum).toBe(677_500n);
});

test.each([26_667n, 33_333n, 250_001n, 499_999n, 1_234_567n, 12_345_678n])(
  "the steps add up to the tariff over %s cents",
  (base) => {
    const { shares } = costSum(asCents(base), ON);
    expect(sum(shares.map(({ share }) => share))).toBe(collectionCosts(asCents(base), ON));
  },
);
