import { expect, test } from "vitest";
import { day } from "./calendar.ts";
import { isChange, QUESTION_KINDS, questionAnsweredBefore } from "./question.ts";

test("who asks for a change or to be forgotten hears within a month, the others within two weeks", () => {
  const days = QUESTION_KINDS.map((kind) => [kind, questionAnsweredBefore(kind, day("2026-01-31"))]);
  expect(Object.fromEntries(days)).toEqual({
    counsellor: "2026-02-14",
    bankrupt: "2026-02-14",
    deceased: "2026-02-14",
    wrong_person: "2026-02-14",
    details_change: "2026-02-28",
    erasure: "2026-02-28",
  });
});

test("only a change of details is taken over or turned down", () => {
  expect(QUESTION_KINDS.filter(isChange)).toEqual(["details_change"]);
});
