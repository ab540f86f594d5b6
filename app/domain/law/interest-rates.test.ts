import { expect, test } from "vitest";
import { day } from "../calendar.ts";
import { percent } from "../rate.ts";
import { rateSteps } from "./interest-rate-steps.ts";
import { INTEREST_RATES, rateOn, rateWarning } from "./interest-rates.ts";

test("no rate before the first known one", () => {
  expect(rateOn(INTEREST_RATES, "consumer", day("2009-06-30"))).toBeUndefined();
  expect(rateOn(INTEREST_RATES, "commercial", day("2009-07-01"))?.rate).toEqual(percent("8"));
});

test("rates may be listed in any order", () => {
  const newestFirst = INTEREST_RATES.toReversed();
  expect(rateOn(newestFirst, "consumer", day("2025-12-31"))?.rate).toEqual(percent("6"));
  expect(rateWarning(newestFirst, day("2027-02-01"))?.newest).toBe("2026-07-01");
  const terms = { kind: "commercial", interest: { type: "statutory" }, frozen: [] } as const;
  expect(rateSteps({ ...terms, rates: newestFirst })).toEqual(rateSteps({ ...terms, rates: INTEREST_RATES }));
});

test("a claim follows the rates of its own kind alone", () => {
  const commercial = { kind: "commercial" as const, validFrom: day("2020-01-01"), rate: percent("8"), source: "test" };
  const consumer = { kind: "consumer" as const, validFrom: day("2021-01-01"), rate: percent("2"), source: "test" };
  const rates = [commercial, consumer];
  expect(rateSteps({ kind: "consumer", interest: { type: "statutory" }, frozen: [], rates })).toEqual([
    { from: "2021-01-01", rate: percent("2") },
  ]);
});

test("a contractual rate runs from any day and never changes; without interest there is no rate", () => {
  const terms = { kind: "consumer", frozen: [], rates: INTEREST_RATES } as const;
  expect(rateSteps({ ...terms, interest: { type: "contractual", rate: percent("9.9") } })).toEqual([
    { from: "1900-01-01", rate: percent("9.9") },
  ]);
  expect(rateSteps({ ...terms, interest: { type: "none" } })).toEqual([]);
});

test("every row says where it is from, and no day has two", () => {
  const keys = INTEREST_RATES.map((row) => `${row.kind} ${row.validFrom}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(INTEREST_RATES.filter((row) => row.source === "")).toEqual([]);
});

test.each([
  ["2026-11-22", null],
  ["2027-01-01", null],
  ["2027-01-16", null],
  ["2027-01-17", { kind: "rates_outdated", newest: "2026-07-01", since: "2027-01-17" }],
])("on %s the warning is %j", (today, warning) => {
  expect(rateWarning(INTEREST_RATES, day(today))).toEqual(warning);
});

test("a newer consumer row does not hide an old commercial one; none at all warns", () => {
  const consumer = { kind: "consumer" as const, validFrom: day("2027-01-01"), rate: percent("5"), source: "test" };
  expect(rateWarning([...INTEREST_RATES, consumer], day("2027-02-01"))?.newest).toBe("2026-07-01");
  expect(rateWarning([consumer], day("2027-02-01"))).toEqual({ kind: "rates_outdated", newest: null, since: null });
});

test("steps are where the rate changes, not where a decree left it the same", () => {
  const steps = rateSteps({ kind: "commercial", interest: { type: "statutory" }, frozen: [], rates: INTEREST_RATES });
  expect(steps.slice(-2).map(({ from }) => from)).toEqual(["2025-07-01", "2026-07-01"]);
});

test("frozen days, also over a change of rate", () => {
  const steps = rateSteps({
    kind: "consumer",
    interest: { type: "statutory" },
    frozen: [{ from: day("2025-12-01"), to: day("2026-01-31") }],
    rates: INTEREST_RATES,
  });
  expect(steps.slice(-3)).toEqual([
    { from: "2025-01-01", rate: percent("6") },
    { from: "2025-12-01", rate: percent("0") },
    { from: "2026-02-01", rate: percent("4") },
  ]);
});

test("days frozen until further notice, and two times of frozen days", () => {
  const steps = rateSteps({
    kind: "consumer",
    interest: { type: "contractual", rate: percent("8") },
    frozen: [
      { from: day("2025-03-01"), to: day("2025-03-01") },
      { from: day("2026-05-01"), to: null },
    ],
    rates: INTEREST_RATES,
  });
  expect(steps).toEqual([
    { from: "1900-01-01", rate: percent("8") },
    { from: "2025-03-01", rate: percent("0") },
    { from: "2025-03-02", rate: percent("8") },
    { from: "2026-05-01", rate: percent("0") },
  ]);
});

test("the first rate starts on the last of the frozen days: nothing runs on that day", () => {
  const steps = rateSteps({
    kind: "consumer",
    interest: { type: "statutory" },
    frozen: [{ from: day("2009-06-01"), to: day("2009-07-01") }],
    rates: INTEREST_RATES,
  });
  expect(steps.slice(0, 2)).toEqual([
    { from: "2009-06-01", rate: percent("0") },
    { from: "2009-07-02", rate: percent("4") },
  ]);
});

test("after frozen days that end before the first known rate still nothing runs", () => {
  const steps = rateSteps({
    kind: "consumer",
    interest: { type: "statutory" },
    frozen: [{ from: day("2009-01-01"), to: day("2009-03-31") }],
    rates: INTEREST_RATES,
  });
  expect(steps.slice(0, 2)).toEqual([
    { from: "2009-01-01", rate: percent("0") },
    { from: "2009-07-01", rate: percent("4") },
  ]);
});
