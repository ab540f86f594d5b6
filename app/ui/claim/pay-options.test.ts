import { expect, test } from "vitest";
import { day } from "#app/domain/calendar.ts";
import { asCents, type Cents, ZERO } from "#app/domain/money.ts";
import { firstAnswers, type PayOptions } from "./pay-options.ts";

const ALL = asCents(10_000n);
const OPTIONS: PayOptions = { all: ALL, undisputed: null, instalment: null, part: null, chosen: null, interestPerDay: ZERO }; // prettier-ignore
const of = (amount: Cents) => ({ dueOn: day("2026-12-01"), amount });

test("all is chosen before anything is answered", () => {
  expect(firstAnswers(OPTIONS)).toEqual({ amount: "all", part: "", chosen: [] });
});

test("of a plan that runs the next instalment is chosen", () => {
  expect(firstAnswers({ ...OPTIONS, instalment: of(asCents(2_500n)) }).amount).toBe("instalment");
});

test("at the last instalment, which is all that is left, all is chosen", () => {
  expect(firstAnswers({ ...OPTIONS, instalment: of(ALL) }).amount).toBe("all");
});

test("where a part is disputed, the rest is chosen", () => {
  expect(firstAnswers({ ...OPTIONS, undisputed: asCents(4_000n) }).amount).toBe("undisputed");
});
