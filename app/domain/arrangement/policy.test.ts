import fc from "fast-check";
import { expect, test } from "vitest";
import { policies } from "../../../tests/support/arrangement-cases.ts";
import { asCents } from "../money.ts";
import { type ArrangementPolicy, DEFAULT_POLICY, type PolicyBand, policyFor } from "./policy.ts";
import { checkPolicy } from "./policy-check.ts";
import { fromPolicyJson, toPolicyJson } from "./policy-json.ts";

const BANDS: PolicyBand[] = [
  { upTo: asCents(250_00n), autoAccept: { maxInstalments: 4, minInstalment: asCents(10_00n), maxDurationDays: 130 } },
  { upTo: asCents(1000_00n), downPaymentPercent: 10, decisionTermWorkingDays: 2 },
];

const found = (policy: Partial<ArrangementPolicy>) =>
  checkPolicy({ ...DEFAULT_POLICY, ...policy }).map(({ path, rule }) => `${path.join(".")} ${rule}`);

test("the limits of the first band that holds the total, and the policy's own above the last", () => {
  const policy = { ...DEFAULT_POLICY, bands: BANDS };
  const limits = (total: bigint) => {
    const { autoAccept, downPaymentPercent, decisionTermWorkingDays, bands } = policyFor(policy, asCents(total));
    return [autoAccept.maxInstalments, downPaymentPercent, decisionTermWorkingDays, bands.length];
  };
  expect(limits(250_00n)).toEqual([4, 0, 5, 0]);
  expect(limits(250_01n)).toEqual([6, 10, 2, 0]);
  expect(limits(1000_01n)).toEqual([6, 0, 5, 0]);
});

test("the policy to begin with is sound", () => {
  expect(found({})).toEqual([]);
  expect(found({ bands: BANDS })).toEqual([]);
});

test("what a person may allow is at least what is accepted at once, and within the hard maximum", () => {
  expect(found({ review: { maxInstalments: 5, maxDurationMonths: 6 } })).toEqual([
    "review.maxInstalments below_auto_accept",
    "review.maxDurationMonths below_auto_accept",
  ]);
  expect(found({ hardMax: { months: 11 } })).toEqual(["review.maxDurationMonths above_hard_maximum"]);
});

test("numbers are whole and in range", () => {
  expect(found({ graceDays: -1, missedAllowed: 1.5, downPaymentPercent: 101 })).toEqual([
    "downPaymentPercent out_of_range",
    "graceDays out_of_range",
    "missedAllowed not_a_whole_number",
  ]);
  expect(found({ minClaim: asCents(-1n), settlementDiscountPercent: 100 })).toEqual([
    "settlementDiscountPercent out_of_range",
    "minClaim out_of_range",
  ]);
});

test("days to pay on are needed for monthly plans only, and lists have nothing twice", () => {
  expect(found({ allowedDays: [] })).toEqual(["allowedDays empty"]);
  expect(found({ allowedDays: [], frequencies: ["weekly"] })).toEqual([]);
  expect(found({ allowedDays: [1, 29, 1] })).toEqual(["allowedDays duplicate", "allowedDays.1 out_of_range"]);
  expect(found({ frequencies: [], methods: ["sepa_dd", "sepa_dd"] })).toEqual([
    "frequencies empty",
    "methods duplicate",
  ]);
});

test("bands ascend, and each is sound together with the rest", () => {
  const bands: PolicyBand[] = [
    { upTo: asCents(500_00n), review: { maxInstalments: 3, maxDurationMonths: 12 } },
    { upTo: asCents(500_00n), hardMax: { months: 6 } },
  ];
  expect(found({ bands })).toEqual([
    "bands.0.review.maxInstalments below_auto_accept",
    "bands.1.upTo not_ascending",
    "bands.1.review.maxDurationMonths above_hard_maximum",
  ]);
});

test("as JSON: amounts are decimals, and it reads back the same", () => {
  const json = toPolicyJson({ ...DEFAULT_POLICY, bands: BANDS });
  expect([json.minClaim, json.autoAccept.minInstalment, json.requireBudgetForm.above]).toEqual([
    "50.00",
    "25.00",
    "1000.00",
  ]);
  expect(json.bands).toEqual([
    { upTo: "250.00", autoAccept: { maxInstalments: 4, minInstalment: "10.00", maxDurationDays: 130 } },
    { upTo: "1000.00", downPaymentPercent: 10, decisionTermWorkingDays: 2 },
  ]);
  fc.assert(
    fc.property(policies, (policy) => {
      const withBands = { ...policy, bands: BANDS };
      const stored = JSON.parse(JSON.stringify(toPolicyJson(withBands)));
      expect(fromPolicyJson(stored)).toEqual(withBands);
    }),
  );
});

test("an amount that is none does not read back", () => {
  const json = { ...toPolicyJson(DEFAULT_POLICY), minClaim: "1e3" };
  expect(() => fromPolicyJson(json)).toThrow("not an amount: 1e3");
});
