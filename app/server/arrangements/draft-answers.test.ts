import { expect, test } from "vitest";
import { DEFAULT_POLICY } from "#app/domain/arrangement/policy.ts";
import { day } from "#app/domain/calendar.ts";
import { asCents, ZERO } from "#app/domain/money.ts";
import { type ArrangementDraft, newDraft, withBudget, withDays, withDeposit, withLessThanAsked, withPerMonth, withPlan, wishOf } from "./draft-answers.server.ts"; // prettier-ignore
import { readDraftJson, toDraftJson } from "./draft-json.server.ts";

const monthly = { frequency: "monthly", payDay: 25 } as const;
const wish = { ...monthly, downPayment: ZERO, perInstalment: asCents(31_25n), firstOn: null, budgetUsed: false, settlement: false }; // prettier-ignore
const chosen = withPlan(newDraft(["clm_1"]), wish);

test("a plan that was chosen answers the questions before it", () => {
  expect(chosen).toMatchObject({ deposit: 0n, perMonth: 31_25n, days: monthly, wish });
});

test("an answer changed from the check page changes that part of the plan and keeps the rest", () => {
  const keepPlan = true;
  expect(withDeposit(chosen, asCents(40_00n), { keepPlan }).wish).toEqual({ ...wish, downPayment: 40_00n });
  expect(withPerMonth(chosen, asCents(20_00n), { keepPlan }).wish).toEqual({ ...wish, perInstalment: 20_00n });
  expect(withDays(chosen, { frequency: "monthly", payDay: 1 }, { keepPlan }).wish).toEqual({ ...wish, payDay: 1 });
  expect(withDays(chosen, { frequency: "weekly", payDay: null }, { keepPlan }).wish).toEqual({
    ...wish,
    frequency: "weekly",
    payDay: null,
    perInstalment: 7_21n,
  });
});

test("an answer given again on the way lets the plans be chosen anew", () => {
  expect(withDeposit(chosen, asCents(40_00n), { keepPlan: false }).wish).toBe(null);
  const settled: ArrangementDraft = { ...chosen, wish: { ...wish, settlement: true } };
  expect(withDeposit(settled, asCents(40_00n), { keepPlan: true }).wish).toBe(null);
});

test("of the budget sheet the draft holds that it was used and the amount, and nothing else", () => {
  const used = withBudget(newDraft(["clm_1"]), asCents(35_00n), { keepPlan: false });
  expect(toDraftJson(used)).toEqual({
    claimIds: ["clm_1"],
    deposit: null,
    perMonth: "35.00",
    budgetUsed: true,
    belowTheRules: false,
    days: null,
    wish: null,
    reason: null,
    method: null,
  });
  expect(withBudget(newDraft(["clm_1"]), ZERO, { keepPlan: false })).toMatchObject({
    perMonth: null,
    budgetUsed: true,
  });
});

test("who can spare nothing asks for just that, on the usual days", () => {
  const nothing = withLessThanAsked(newDraft(["clm_1"]), ZERO);
  expect(wishOf(nothing, DEFAULT_POLICY)).toEqual({ ...wish, payDay: 1, perInstalment: 0n });
});

test("a draft is read as it was stored, and what cannot be read is no draft", () => {
  const draft: ArrangementDraft = {
    ...chosen,
    wish: { ...wish, firstOn: day("2026-12-25") },
    reason: { code: "less_income", text: "Minder uren" },
    method: "sepa_dd",
  };
  expect(readDraftJson(JSON.parse(JSON.stringify(toDraftJson(draft))))).toEqual(draft);
  expect(readDraftJson({})).toBe(null);
  expect(readDraftJson({ ...toDraftJson(draft), deposit: "-1.00" })).toBe(null);
});
