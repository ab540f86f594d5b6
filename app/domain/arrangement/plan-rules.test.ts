import { expect, test } from "vitest";
import { asCents } from "../money.ts";
import { missedRules, moneyRules } from "./plan-rules.ts";
import { DEFAULT_POLICY } from "./policy.ts";

const nothingGivenUp = { waivedCosts: asCents(0n), discount: asCents(0n) };

test.each([
  ["continue", "interest_continues"],
  ["freeze", "interest_stands_still"],
  ["waive", "interest_given_up"],
] as const)("interest: %s is told as %s", (interestDuringArrangement, code) => {
  const policy = { ...DEFAULT_POLICY, interestDuringArrangement };
  expect(moneyRules({ policy, ...nothingGivenUp })).toEqual([
    { code, params: {} },
    { code: "no_new_costs", params: {} },
  ]);
});

test("what is given up is told with its amount", () => {
  const rules = moneyRules({ policy: DEFAULT_POLICY, waivedCosts: asCents(4000n), discount: asCents(1250n) });
  expect(rules.slice(2)).toEqual([
    { code: "costs_given_up", params: { amount: 4000n } },
    { code: "discount", params: { amount: 1250n } },
  ]);
});

test.each([
  [0, "missed_stays", 1],
  [1, "missed_moves_once", 2],
  [3, "missed_moves", 4],
])("with %i missed allowed an instalment %s, and %i in a row bring the last letter", (missedAllowed, code, inARow) => {
  const [moved, letter, paid] = missedRules({ policy: { ...DEFAULT_POLICY, missedAllowed } });
  expect(moved?.code).toBe(code);
  expect(moved?.params.count).toBe(5);
  expect(letter).toEqual({ code: "last_letter", params: { count: inARow } });
  expect(paid).toEqual({ code: "paid_stays_paid", params: {} });
});

test("without days of grace an instalment is missed the day after", () => {
  const [moved] = missedRules({ policy: { ...DEFAULT_POLICY, graceDays: 0 } });
  expect(moved?.params.count).toBe(1);
});
