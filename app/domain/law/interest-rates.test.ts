import { expect, test } from "vitest";
import { day } from "../calendar.ts";
import { percent } from "../rate.ts";
import { rateSteps } from "./interest-rate-steps.ts";
import { INTEREST_RATES, rateOn, rateWarning } from "./interest-rates.ts";

test("no rate before the first known one", () => {
  expect(rateOn(INTEREST_RATES, "consumer", day("2009-06-30"))).toBeUndefined();
  expect(rateOn(INTEREST_RATES, "commercial", day("2009-07-01"))?.rate).toEqual(percent("8"));
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
