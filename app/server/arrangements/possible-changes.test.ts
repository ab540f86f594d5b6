import { expect, test } from "vitest";
import { followPlan, type PlannedInstalment } from "#app/domain/arrangement/follow-plan.ts";
import { addMonths, day } from "#app/domain/calendar.ts";
import { asCents, ZERO } from "#app/domain/money.ts";
import { possibleChanges } from "./possible-changes.server.ts";

const offer = {
  version: 1,
  by: "debtor" as const,
  schedule: [],
  frequency: "monthly" as const,
  payDay: 1,
  total: asCents(30_00n),
  message: "",
  validUntil: null,
  wish: null,
  createdAt: new Date("2026-11-22T10:00:00Z"),
};

const instalments = [0, 1, 2].map((index): PlannedInstalment => {
  const dueOn = addMonths(day("2026-12-01"), index);
  const seq = index + 1;
  return { seq, dueOn, amount: asCents(10_00n), originalDueOn: dueOn, movedFrom: null, postponed: seq === 2, skipped: false }; // prettier-ignore
});

function on(today: string) {
  const received = [{ on: day("2026-12-01"), amount: asCents(10_00n) }];
  const open = asCents(20_00n);
  const plan = followPlan({ instalments, received, open, discount: ZERO, today: day(today), extraPayments: "next" });
  return { plan, today: day(today) };
}

test("what is not paid, not late and not put off before may be put off, with its new day", () => {
  expect(possibleChanges({ offer, lastSkipOn: null, notices: [] }, on("2026-12-10"))).toEqual({
    postpone: [{ seq: 3, dueOn: "2027-02-15" }],
    skip: [
      { seq: 2, dueOn: "2027-03-01" },
      { seq: 3, dueOn: "2027-03-01" },
    ],
    announce: [2, 3],
    announced: [],
    skipFrom: null,
  });
});

test("for six months after a skip nothing may be skipped, and from when it may is told", () => {
  const { skip, skipFrom } = possibleChanges({ offer, lastSkipOn: day("2026-12-02"), notices: [] }, on("2026-12-10"));
  expect(skip).toEqual([]);
  expect(skipFrom).toBe("2027-06-02");
});

test("what is late can no longer be put off", () => {
  expect(possibleChanges({ offer, lastSkipOn: null, notices: [] }, on("2027-01-05"))).toEqual({
    postpone: [{ seq: 3, dueOn: "2027-02-15" }],
    skip: [{ seq: 3, dueOn: "2027-03-01" }],
    announce: [3],
    announced: [],
    skipFrom: null,
  });
});

test("what was said beforehand is said for its due day alone", () => {
  const told = { kind: "announced" as const, seq: 2, dueOn: day("2027-01-01") };
  const { announce, announced } = possibleChanges({ offer, lastSkipOn: null, notices: [told] }, on("2026-12-10"));
  expect([announce, announced]).toEqual([[3], [2]]);
  const moved = { ...told, dueOn: day("2026-12-01") };
  expect(possibleChanges({ offer, lastSkipOn: null, notices: [moved] }, on("2026-12-10")).announced).toEqual([]);
});
