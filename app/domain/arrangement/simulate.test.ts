import { expect, test } from "vitest";
import { day } from "../calendar.ts";
import { asCents } from "../money.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import { simulate } from "./simulate.ts";

const wish = {
  downPayment: asCents(0n),
  perInstalment: asCents(50_00n),
  frequency: "monthly",
  payDay: 25,
  firstOn: null,
  budgetUsed: true,
  settlement: false,
} as const;

const cases = [0n, 20_00n, 150_00n, 300_00n, 500_00n, 900_00n].map((total) => ({
  total: asCents(total),
  wish,
  today: day("2026-11-22"),
}));

test("how a policy would have answered, and what held back the rest", () => {
  expect(simulate(DEFAULT_POLICY, cases)).toEqual({
    accepted: 2,
    countered: 1,
    person: 2,
    byReason: { claim_too_small: 1, too_many_instalments: 2, takes_too_long: 2 },
  });
});

test("with the limits of the band of each total", () => {
  const bands = [{ upTo: asCents(400_00n), autoAccept: { ...DEFAULT_POLICY.autoAccept, maxInstalments: 5 } }];
  expect(simulate({ ...DEFAULT_POLICY, bands }, cases)).toMatchObject({ accepted: 1, countered: 1, person: 3 });
});
