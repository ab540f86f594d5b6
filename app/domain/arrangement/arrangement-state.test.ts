import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ARRANGEMENT_ACTS,
  ARRANGEMENT_STATUSES,
  type ArrangementStatus,
  isEnded,
  isOpenProposal,
  transition,
} from "./arrangement-state.ts";

function possible(status: ArrangementStatus) {
  return ARRANGEMENT_ACTS.flatMap((act) => {
    const next = transition(status, act);
    return next.ok ? [`${act} → ${next.value}`] : [];
  });
}

test("a proposal waits for the creditor", () => {
  expect(possible("proposed")).toEqual([
    "accept_by_policy → accepted",
    "accept_by_creditor → accepted",
    "counter_by_creditor → countered",
    "decline → declined",
    "cancel → cancelled",
    "withdraw → withdrawn",
    "expire → expired",
  ]);
});

test("a counter-offer waits for the debtor", () => {
  expect(possible("countered")).toEqual([
    "cancel → cancelled",
    "accept_by_debtor → accepted",
    "counter_by_debtor → proposed",
    "withdraw → withdrawn",
    "expire → expired",
  ]);
});

test("a running arrangement is completed, broken or cancelled", () => {
  expect(possible("accepted")).toEqual(["cancel → cancelled", "complete → completed", "break → broken"]);
});

test("two people decide at once: the second is told what happened", () => {
  expect(transition("declined", "accept_by_creditor")).toEqual({
    ok: false,
    error: { kind: "not_possible", status: "declined" },
  });
});

test("whatever is done, an end is final and every other status has a way to one", () => {
  const ends = ARRANGEMENT_STATUSES.filter(isEnded);
  expect(ends).toEqual(["declined", "withdrawn", "expired", "completed", "broken", "cancelled"]);
  expect(ARRANGEMENT_STATUSES.filter(isOpenProposal)).toEqual(["proposed", "countered"]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ARRANGEMENT_ACTS)), (acts) => {
      let status: ArrangementStatus = "proposed";
      for (const act of acts) {
        const next = transition(status, act);
        if (isEnded(status)) expect(next.ok).toBe(false);
        if (next.ok) status = next.value;
      }
      expect(isEnded(status) || transition(status, "cancel").ok).toBe(true);
    }),
  );
});
