import { expect, test } from "vitest";
import { asCents } from "#app/domain/money.ts";
import type { DisputeDraft } from "./dispute-draft.server.ts";
import { firstUnanswered, insteadOf, nextAfter, nextAfterGround, questionNumber, stepBefore, withGround } from "./journey-steps.server.ts"; // prettier-ignore

const begun: DisputeDraft = { claimId: "clm_1", ground: "not_delivered", paid: null, paidSearched: false, scope: null, text: null }; // prettier-ignore
const paidBegun: DisputeDraft = { ...begun, ground: "already_paid" };
const whole: DisputeDraft = { ...begun, scope: { kind: "whole" } };
const told: DisputeDraft = { ...whole, text: "" };

test("the first question without an answer; files are never required", () => {
  expect(firstUnanswered(begun)).toBe("part");
  expect(firstUnanswered(paidBegun)).toBe("paid");
  expect(firstUnanswered({ ...paidBegun, paid: { paidAmount: asCents(1n) } })).toBe("paid");
  expect(firstUnanswered({ ...paidBegun, paid: {}, paidSearched: true })).toBe("part");
  expect(firstUnanswered(whole)).toBe("story");
  expect(firstUnanswered(told)).toBe("check");
});

test("nobody comes too early, nor to a question that is not asked", () => {
  expect(insteadOf("check", begun)).toBe("part");
  expect(insteadOf("story", whole)).toBeNull();
  expect(insteadOf("part", told)).toBeNull();
  expect(insteadOf("paid", told)).toBe("check");
  expect(insteadOf("check", told)).toBeNull();
});

test("on to the next question, or back to the check page after a change there", () => {
  expect(nextAfter("part", whole, { change: false })).toBe("story");
  expect(nextAfter("part", told, { change: false })).toBe("story");
  expect(nextAfter("story", told, { change: false })).toBe("evidence");
  expect(nextAfter("part", told, { change: true })).toBe("check");
  expect(nextAfterGround(begun)).toBe("part");
  expect(nextAfterGround(paidBegun)).toBe("paid");
  expect(nextAfterGround(told)).toBe("check");
});

test("back to the question before", () => {
  expect(stepBefore("part", begun)).toBeNull();
  expect(stepBefore("part", paidBegun)).toBe("paid");
  expect(stepBefore("check", told)).toBe("evidence");
});

test("the ground is the first question", () => {
  expect(questionNumber("part", begun)).toEqual({ number: 2, count: 4 });
  expect(questionNumber("paid", paidBegun)).toEqual({ number: 2, count: 5 });
  expect(questionNumber("story", paidBegun)).toEqual({ number: 4, count: 5 });
});

test("another ground keeps what was told, and asks the part again where it is about another one", () => {
  const paid: DisputeDraft = { ...told, ground: "already_paid", paid: { paidAmount: asCents(75_00n) }, paidSearched: true }; // prettier-ignore
  expect(withGround(null, { claimId: "clm_1", ground: "not_delivered" })).toEqual(begun);
  expect(withGround(paid, { claimId: "clm_2", ground: "not_delivered" })).toEqual({ ...begun, claimId: "clm_2" });
  expect(withGround(paid, { claimId: "clm_1", ground: "already_paid" })).toEqual(paid);
  expect(withGround(paid, { claimId: "clm_1", ground: "not_delivered" })).toEqual(told);
  expect(withGround(told, { claimId: "clm_1", ground: "costs_wrong" })).toEqual({ ...told, ground: "costs_wrong", scope: null }); // prettier-ignore
});
