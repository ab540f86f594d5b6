import { expect, test } from "vitest";
import { day } from "./calendar.ts";
import {
  extendedPauseEndsOn,
  isOwnPause,
  isPrivateReason,
  PAUSE_REASONS,
  pauseEndsOn,
  pauseFreezesInterest,
  replacesPause,
} from "./pause.ts";

const TERMS = { months: 4, monthsMost: 8 };
const START = day("2026-10-31");

test("a pause of months ends on the same day of the month, or the last one where it is shorter", () => {
  expect(pauseEndsOn("help_sought", START, TERMS)).toBe("2027-02-28");
  expect(pauseEndsOn("debt_counselling", day("2026-11-22"), TERMS)).toBe("2027-03-22");
  expect(pauseEndsOn("moratorium", day("2026-11-22"), TERMS)).toBe("2027-05-22");
});

test("where somebody else decides, a pause has no last day", () => {
  const ends = PAUSE_REASONS.filter((reason) => pauseEndsOn(reason, START, TERMS) !== null);
  expect(ends).toEqual(["help_sought", "debt_counselling", "moratorium"]);
});

test("interest stands still in bankruptcy and in the WSNP, and where the creditor chose so", () => {
  expect(PAUSE_REASONS.filter((reason) => pauseFreezesInterest(reason, false))).toEqual(["wsnp", "bankruptcy"]);
  expect(PAUSE_REASONS.every((reason) => pauseFreezesInterest(reason, true))).toBe(true);
});

test("a pause is made longer once, up to the most months from its start", () => {
  const pause = { reason: "help_sought", startedOn: START, untilOn: day("2027-02-28"), extended: 0 } as const;
  expect(extendedPauseEndsOn(pause, TERMS)).toBe("2027-06-30");
  expect(extendedPauseEndsOn({ ...pause, extended: 1 }, TERMS)).toBe(null);
  expect(extendedPauseEndsOn({ ...pause, untilOn: null }, TERMS)).toBe(null);
  expect(extendedPauseEndsOn(pause, { months: 4, monthsMost: 4 })).toBe(null);
  expect(extendedPauseEndsOn({ ...pause, reason: "creditor" }, TERMS)).toBe(null);
});

test("a helper may read that the debtor looks for help, and the creditor's own reason", () => {
  expect(PAUSE_REASONS.filter((reason) => !isPrivateReason(reason))).toEqual(["help_sought", "creditor"]);
});

test("the debtor ends what the debtor asked for", () => {
  expect(PAUSE_REASONS.filter(isOwnPause)).toEqual(["help_sought", "debt_counselling"]);
});

test("somebody who says more about a claim that rests is believed", () => {
  const replacing = PAUSE_REASONS.filter((told) => replacesPause("debt_counselling", told));
  expect(replacing).toEqual(["moratorium", "wsnp", "administration", "bankruptcy", "deceased", "wrong_person"]);
  expect(PAUSE_REASONS.filter((told) => replacesPause("wsnp", told))).not.toContain("help_sought");
});
