import fc from "fast-check";
import { expect, test } from "vitest";
import vectors from "../../../tests/vectors/law.json" with { type: "json" };
import { day } from "../calendar.ts";
import { asCents, sum } from "../money.ts";
import { dueDays, firstDueDay, nextDueDay } from "./pay-days.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import { buildSchedule, bySpare, checkSchedule, equalAmounts, type Schedule, notBefore } from "./schedule.ts";
import { dates, frequencies, payDays, totals } from "../../../tests/support/arrangement-cases.ts";

const rows = (schedule: Schedule | null) => schedule?.map(({ seq, dueOn, amount }) => [seq, dueOn, amount]);

test.each(vectors.arrangement)("$total in $instalments instalments", ({ total, instalments, amounts }) => {
  expect(equalAmounts(asCents(BigInt(total)), instalments)).toEqual(amounts.map(BigInt));
});

test.each([
  ["monthly", 25, "2026-11-25", ["2026-11-25", "2026-12-25", "2027-01-25"]],
  ["monthly", "month_end", "2027-01-31", ["2027-01-31", "2027-02-28", "2027-03-31"]],
  ["monthly", 25, "2026-11-24", ["2026-11-24", "2026-12-25", "2027-01-25"]],
  ["monthly", null, "2026-12-30", ["2026-12-30", "2027-01-30", "2027-02-28"]],
  ["four_weekly", null, "2026-11-25", ["2026-11-25", "2026-12-23", "2027-01-20"]],
  ["weekly", null, "2026-12-25", ["2026-12-25", "2027-01-01", "2027-01-08"]],
] as const)("due days %s on %s from %s", (frequency, payDay, firstOn, days) => {
  expect(dueDays({ frequency, payDay, firstOn: day(firstOn), count: 3 })).toEqual(days);
});

test.each([
  ["monthly", 23, "2026-11-23"],
  ["monthly", 22, "2026-12-22"],
  ["monthly", "month_end", "2026-11-30"],
  ["weekly", null, "2026-11-29"],
  ["four_weekly", null, "2026-12-06"],
] as const)("the first day to pay, asked on 22 November, %s on %s", (frequency, payDay, first) => {
  expect(firstDueDay({ policy: DEFAULT_POLICY, frequency, payDay, today: day("2026-11-22") })).toBe(first);
});

test("a short term of the policy brings the first week or four weeks forward", () => {
  const policy = { ...DEFAULT_POLICY, firstPaymentWithinDays: 3 };
  const first = (frequency: "weekly" | "four_weekly") =>
    firstDueDay({ policy, frequency, payDay: null, today: day("2026-11-22") });
  expect([first("weekly"), first("four_weekly")]).toEqual(["2026-11-25", "2026-11-25"]);
});

test("the deposit comes first, and what is left is spread", () => {
  const schedule = buildSchedule({
    total: asCents(543_21n),
    downPayment: { amount: asCents(43_21n), on: day("2026-11-22") },
    frequency: "monthly",
    payDay: 1,
    firstOn: day("2026-12-01"),
    count: 3,
  });
  expect(rows(schedule)).toEqual([
    [1, "2026-11-22", 4321n],
    [2, "2026-12-01", 16667n],
    [3, "2027-01-01", 16667n],
    [4, "2027-02-01", 16666n],
  ]);
});

test("by what can be spared: as few as fit, each the same", () => {
  const input = { total: asCents(100_00n), downPayment: null, frequency: "weekly", payDay: null } as const;
  const schedule = (perInstalment: bigint) =>
    rows(bySpare({ ...input, firstOn: day("2026-12-01"), perInstalment: asCents(perInstalment) }));
  expect(schedule(30_00n)?.map(([, , amount]) => amount)).toEqual([2500n, 2500n, 2500n, 2500n]);
  expect(schedule(100_00n)).toEqual([[1, "2026-12-01", 10000n]]);
  expect(schedule(0n)).toBeUndefined();
  expect(schedule(16n)).toBeUndefined();
});

test("everything paid at once leaves one instalment", () => {
  const downPayment = { amount: asCents(100_00n), on: day("2026-11-22") };
  const schedule = bySpare({
    total: asCents(100_00n),
    downPayment,
    frequency: "monthly",
    payDay: 1,
    firstOn: day("2026-12-01"),
    perInstalment: asCents(0n),
  });
  expect(rows(schedule)).toEqual([[1, "2026-11-22", 10000n]]);
});

test("every schedule adds up, no day twice or before today, none above what can be spared", { timeout: 60_000 }, () => {
  const input = fc.record({
    total: totals,
    share: fc.nat(100),
    perInstalment: fc.bigInt({ min: 1n, max: 100_000n }).map(asCents),
    frequency: frequencies,
    payDay: payDays,
    today: dates,
  });
  fc.assert(
    fc.property(input, ({ total, share, perInstalment, frequency, payDay, today }) => {
      const deposit = asCents((total * BigInt(share)) / 100n);
      const firstOn = firstDueDay({ policy: DEFAULT_POLICY, frequency, payDay, today });
      const downPayment = { amount: deposit, on: today };
      const schedule = bySpare({ total, downPayment, frequency, payDay, firstOn, perInstalment });
      if (schedule === null) return;
      expect(checkSchedule(schedule, { total, today })).toEqual([]);
      expect(sum(schedule.map(({ amount }) => amount))).toBe(total);
      const spread = schedule.filter(({ dueOn }) => dueOn > today).map(({ amount }) => amount);
      expect(spread.every((amount) => amount <= perInstalment)).toBe(true);
      expect(spread.every((amount) => (spread[0] ?? amount) - amount <= 1n)).toBe(true);
    }),
  );
});

test("one period later is always later", () => {
  fc.assert(
    fc.property(dates, frequencies, payDays, (on, frequency, payDay) => {
      expect(nextDueDay(on, { frequency, payDay }) > on).toBe(true);
    }),
  );
});

test("what is wrong with a schedule drawn up by hand", () => {
  const at = (seq: number, dueOn: string, amount: bigint) => ({ seq, dueOn: day(dueOn), amount: asCents(amount) });
  const check = (schedule: Schedule) => checkSchedule(schedule, { total: asCents(100n), today: day("2026-11-22") });
  expect(check([at(1, "2026-11-22", 60n), at(2, "2026-12-01", 40n)])).toEqual([]);
  expect(check([])).toEqual([{ kind: "empty" }]);
  expect(check([at(1, "2026-11-21", 60n), at(2, "2026-11-21", 0n), at(3, "2026-11-20", 30n)])).toEqual([
    { kind: "before_today", seq: 1 },
    { kind: "amount_not_positive", seq: 2 },
    { kind: "before_today", seq: 2 },
    { kind: "day_twice", seq: 2 },
    { kind: "before_today", seq: 3 },
    { kind: "not_ascending", seq: 3 },
    { kind: "sum_differs", sum: 90n, total: 100n },
  ]);
});

test("days that passed while somebody decided become today, and no day comes twice", () => {
  const schedule = [
    { seq: 1, dueOn: day("2026-11-23"), amount: asCents(100_00n) },
    { seq: 2, dueOn: day("2026-11-30"), amount: asCents(50_00n) },
    { seq: 3, dueOn: day("2026-12-01"), amount: asCents(50_00n) },
    { seq: 4, dueOn: day("2027-01-01"), amount: asCents(50_00n) },
  ];
  const days = (today: string) => notBefore(schedule, day(today)).map(({ dueOn }) => dueOn);
  expect(days("2026-11-23")).toEqual(["2026-11-23", "2026-11-30", "2026-12-01", "2027-01-01"]);
  expect(days("2026-12-01")).toEqual(["2026-12-01", "2026-12-02", "2026-12-03", "2027-01-01"]);
});
