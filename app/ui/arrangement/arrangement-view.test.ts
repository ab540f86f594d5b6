import { expect, test } from "vitest";
import { day } from "#app/domain/calendar.ts";
import { base, paidOn, running, THREE_PAID, TWO_PAID } from "#app/ui/gallery/plan-samples.ts";
import { type ArrangementView, comingInstalment, dueNow, isRunning } from "./arrangement-view.ts";

function dueOf(arrangement: ArrangementView) {
  if (!isRunning(arrangement)) throw new Error("not a plan that runs");
  return dueNow(arrangement);
}

test("what is due next is what is still open of the first open instalment", () => {
  const arrangement = running("2026-12-01", { paid: [...THREE_PAID, paidOn("2026-11-20", 10_00n)] });
  expect(dueOf(arrangement)).toEqual({ state: "due", amount: 17_05n, by: "2026-12-01", seq: 4, alsoLate: 0n });
});

test("of two that are late the first comes first, and what else is late is told", () => {
  const arrangement = running("2026-12-03", { paid: TWO_PAID });
  expect(dueOf(arrangement)).toEqual({ state: "late", amount: 27_05n, by: "2026-11-01", seq: 3, alsoLate: 27_05n });
});

test("after the last letter all that is behind is asked, within fourteen days of it", () => {
  const arrangement = running("2026-12-10", { paid: TWO_PAID, lastLetterOn: day("2026-12-08") });
  expect(dueOf(arrangement)).toEqual({ state: "last_letter", amount: 54_10n, by: "2026-12-22", seq: 3, alsoLate: 0n });
});

test("once caught up the last letter asks nothing any more", () => {
  const arrangement = running("2026-11-22", { paid: THREE_PAID, lastLetterOn: day("2026-11-10") });
  expect(dueOf(arrangement)?.state).toBe("upcoming");
});

test("the instalment to put off is the first that is not late", () => {
  const late = running("2026-11-04", { paid: TWO_PAID });
  expect(isRunning(late) ? comingInstalment(late)?.seq : null).toBe(4);
});

test("a proposal does not run", () => {
  expect(isRunning(base)).toBe(false);
});
