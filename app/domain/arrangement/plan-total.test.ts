import { expect, test } from "vitest";
import { asCents } from "../money.ts";
import { planTotal } from "./plan-total.ts";

const amounts = { open: asCents(170_00n), interest: asCents(10_00n), costs: asCents(40_00n) };

test.each([
  ["continue", "keep", 170_00n, 0n, 0n],
  ["freeze", "keep", 170_00n, 0n, 0n],
  ["waive", "keep", 160_00n, 10_00n, 0n],
  ["freeze", "waive_on_completion", 130_00n, 0n, 40_00n],
  ["waive", "waive_on_completion", 120_00n, 10_00n, 40_00n],
] as const)("interest %s, costs %s", (interest, costs, total, waivedNow, discount) => {
  const policy = { interestDuringArrangement: interest, costsDuringArrangement: costs };
  expect(planTotal(policy, amounts)).toEqual({ total, waivedNow, discount });
});
