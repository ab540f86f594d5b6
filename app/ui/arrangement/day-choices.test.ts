import { expect, test } from "vitest";
import { DEFAULT_POLICY } from "#app/domain/arrangement/policy.ts";
import { day } from "#app/domain/calendar.ts";
import { chosenDay, dayChoices } from "./day-choices.ts";

const TODAY = day("2026-11-22");
const valuesOf = (policy: typeof DEFAULT_POLICY) => dayChoices(policy, TODAY).map(({ value }) => value);

test("of many days the usual ones are listed, with a box for any other", () => {
  expect(valuesOf(DEFAULT_POLICY)).toEqual([1, 15, 25, "month_end", "other", "four_weekly", "weekly"]);
  expect(dayChoices(DEFAULT_POLICY, TODAY)[0]).toEqual({ value: 1, firstOn: "2026-12-01" });
});

test("of a few days all are listed, and only rhythms that are offered", () => {
  expect(valuesOf({ ...DEFAULT_POLICY, frequencies: ["monthly"], allowedDays: [3, 24] })).toEqual([3, 24]);
  expect(valuesOf({ ...DEFAULT_POLICY, frequencies: ["weekly"] })).toEqual(["weekly"]);
});

test("an answer is shown again where it was given", () => {
  const choices = dayChoices(DEFAULT_POLICY, TODAY);
  expect(chosenDay(null, choices)).toEqual({ choice: "", other: "" });
  expect(chosenDay({ frequency: "monthly", payDay: 25 }, choices)).toEqual({ choice: "25", other: "" });
  expect(chosenDay({ frequency: "monthly", payDay: 7 }, choices)).toEqual({ choice: "other", other: "7" });
  expect(chosenDay({ frequency: "weekly", payDay: null }, choices)).toEqual({ choice: "weekly", other: "" });
});
