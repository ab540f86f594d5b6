import { expect, test } from "vitest";
import { asCents, ZERO } from "#app/domain/money.ts";
import { type ArrangementDraft, newDraft } from "./draft-answers.server.ts";
import { firstUnanswered, insteadOf, nextAfter, questionNumber, stepBefore } from "./journey-steps.server.ts";

const begun = newDraft(["clm_1"]);
const spared: ArrangementDraft = { ...begun, deposit: ZERO, perMonth: asCents(25_00n) };
const days = { frequency: "monthly", payDay: 25 } as const;
const wish = { ...days, downPayment: ZERO, perInstalment: asCents(25_00n), firstOn: null, budgetUsed: false, settlement: false }; // prettier-ignore
const complete: ArrangementDraft = { ...spared, days, wish, reason: { code: null, text: "" } };
const nothingToSpare: ArrangementDraft = { ...begun, deposit: ZERO, perMonth: ZERO, belowTheRules: true };

test("the first question without an answer comes next", () => {
  expect(firstUnanswered(begun)).toBe("deposit");
  expect(firstUnanswered(spared)).toBe("day");
  expect(firstUnanswered({ ...spared, days })).toBe("plan");
  expect(firstUnanswered(complete)).toBe("check");
});

test("who comes to a page too early goes to the first question without an answer", () => {
  expect(insteadOf("check", begun)).toBe("deposit");
  expect(insteadOf("plan", spared)).toBe("day");
  expect(insteadOf("day", spared)).toBe(null);
  expect(insteadOf("deposit", complete)).toBe(null);
});

test("who can spare less than asked has no plans to choose from, and who can spare nothing no day either", () => {
  const less: ArrangementDraft = { ...nothingToSpare, perMonth: asCents(5_00n) };
  expect(firstUnanswered(less)).toBe("day");
  expect(firstUnanswered({ ...less, days })).toBe("reason");
  expect(firstUnanswered(nothingToSpare)).toBe("reason");
  expect(insteadOf("plan", { ...less, days })).toBe("reason");
  expect(stepBefore("reason", nothingToSpare)).toBe("spare");
  expect(questionNumber("reason", nothingToSpare)).toEqual({ number: 3, count: 3 });
});

test("an answer given again leads through the questions after it", () => {
  expect(nextAfter("deposit", complete, { change: false })).toBe("spare");
  expect(nextAfter("reason", complete, { change: false })).toBe("check");
  expect(nextAfter("deposit", { ...begun, deposit: ZERO }, { change: false })).toBe("spare");
});

test("a change on the check page leads straight back there, or to what is open because of it", () => {
  expect(nextAfter("deposit", complete, { change: true })).toBe("check");
  expect(nextAfter("spare", { ...complete, wish: null }, { change: true })).toBe("plan");
});

test("each question says which one it is", () => {
  expect(questionNumber("deposit", begun)).toEqual({ number: 1, count: 5 });
  expect(questionNumber("reason", complete)).toEqual({ number: 5, count: 5 });
  expect(stepBefore("deposit", begun)).toBe(null);
  expect(stepBefore("check", complete)).toBe("reason");
});
