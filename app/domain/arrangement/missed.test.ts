import { expect, test } from "vitest";
import { RunningPlan } from "../../../tests/support/running-plan.ts";
import { day } from "../calendar.ts";
import { asCents } from "../money.ts";
import { missedInARow } from "./missed.ts";
import { postpone, repairTime, skip } from "./plan-changes.ts";
import type { ArrangementPolicy } from "./policy.ts";
import { buildSchedule } from "./schedule.ts";

const acceptedOn = day("2026-11-22");
const rhythm = { frequency: "monthly", payDay: 25 } as const;

/** Four of € 50,00, due on 25 December, January, February and March. */
function fourMonths(policy: Partial<ArrangementPolicy> = {}): RunningPlan {
  const firstOn = day("2026-12-25");
  const schedule = buildSchedule({ total: asCents(200_00n), downPayment: null, ...rhythm, firstOn, count: 4 });
  return new RunningPlan({ schedule, rhythm, acceptedOn, policy });
}

const dueDays = (run: RunningPlan) => run.plan.instalments.map(({ seq, dueOn }) => `${seq} ${dueOn}`);

test("paid in time: a reminder three days before each, and nothing else", () => {
  const run = fourMonths();
  for (const on of ["2026-12-25", "2027-01-25", "2027-02-25", "2027-03-25"]) {
    run.until(on).pay(asCents(50_00n));
  }
  run.until("2027-06-01");
  expect(run.log).toEqual(["2026-12-22 remind 1", "2027-01-22 remind 2", "2027-02-22 remind 3", "2027-03-22 remind 4"]);
  expect(run.status).toBe("completed");
});

test("one missed: two friendly messages, and it moves to the end; the rest goes on", () => {
  const run = fourMonths().until("2027-01-20");
  expect(run.log).toEqual([
    "2026-12-22 remind 1",
    "2026-12-26 missed_first 1",
    "2026-12-31 missed 1",
    "2027-01-01 missed_second 1",
  ]);
  expect(dueDays(run)).toEqual(["2 2027-01-25", "3 2027-02-25", "4 2027-03-25", "1 2027-04-25"]);
  expect([run.plan.behind, run.plan.next?.seq]).toEqual([0n, 2]);
  for (const on of ["2027-01-25", "2027-02-25", "2027-03-25", "2027-04-25"]) run.until(on).pay(asCents(50_00n));
  expect(run.log.slice(4)).toEqual([
    "2027-01-22 remind 2",
    "2027-02-22 remind 3",
    "2027-03-22 remind 4",
    "2027-04-22 remind 1",
  ]);
  expect(run.status).toBe("completed");
});

test("two in a row: a last letter of fourteen days, then the plan breaks and what was paid is kept", () => {
  const run = fourMonths();
  run.until("2026-12-25").pay(asCents(50_00n));
  run.until("2027-06-01");
  expect(run.log).toEqual([
    "2026-12-22 remind 1",
    "2027-01-22 remind 2",
    "2027-01-26 missed_first 2",
    "2027-01-31 missed 2",
    "2027-02-01 missed_second 2",
    "2027-02-22 remind 3",
    "2027-02-26 missed_first 3",
    "2027-03-03 missed 3",
    "2027-03-04 last_letter",
    "2027-03-19 break",
  ]);
  expect([run.status, run.plan.paid, run.open]).toEqual(["broken", 50_00n, 150_00n]);
});

test("whoever pays what is behind after the last letter goes on, and the letter lapses", () => {
  const run = fourMonths().until("2027-02-05");
  expect(run.log.at(-1)).toBe("2027-02-01 last_letter");
  run.pay(asCents(50_00n));
  run.until("2027-02-24");
  expect(run.log.slice(-2)).toEqual(["2027-02-06 caught_up", "2027-02-22 remind 3"]);
  expect(missedInARow(run)).toBe(0);
  run.until("2027-04-01");
  expect(run.status).toBe("accepted");
});

test("a part of what is behind does not stop the last letter", () => {
  const run = fourMonths().until("2027-02-05");
  run.pay(asCents(49_99n));
  run.until("2027-02-16");
  expect(run.log.slice(-1)).toEqual(["2027-02-16 break"]);
});

test("with none allowed the first missed one brings the last letter; with two, the third", () => {
  const none = fourMonths({ missedAllowed: 0 }).until("2027-01-20");
  expect(none.log.slice(-3)).toEqual(["2026-12-31 missed 1", "2027-01-01 last_letter", "2027-01-16 break"]);
  const two = fourMonths({ missedAllowed: 2 }).until("2027-04-01");
  expect(two.log.filter((line) => !line.includes("remind"))).toEqual([
    "2026-12-26 missed_first 1",
    "2026-12-31 missed 1",
    "2027-01-01 missed_second 1",
    "2027-01-26 missed_first 2",
    "2027-01-31 missed 2",
    "2027-02-01 missed_second 2",
    "2027-02-26 missed_first 3",
    "2027-03-03 missed 3",
    "2027-03-04 last_letter",
    "2027-03-19 break",
  ]);
});

test("a last instalment that stays open, after all others, ends in a last letter too", () => {
  const run = fourMonths({ missedAllowed: 1 });
  run.until("2026-12-31");
  for (const on of ["2027-01-25", "2027-02-25", "2027-03-25"]) run.until(on).pay(asCents(50_00n));
  run.until("2027-07-01");
  expect(run.log.slice(-6)).toEqual([
    "2027-04-22 remind 1",
    "2027-04-26 missed_first 1",
    "2027-05-01 missed 1",
    "2027-05-02 missed_second 1",
    "2027-05-24 last_letter",
    "2027-06-08 break",
  ]);
});

test("after days without a worker only what is still news is sent", () => {
  const run = fourMonths();
  run.today = day("2026-12-24");
  run.work();
  run.today = day("2027-01-04");
  run.work();
  run.today = day("2027-03-10");
  run.work();
  run.nextDay();
  expect(run.log).toEqual([
    "2026-12-24 remind 1",
    "2027-01-04 missed 1",
    "2027-01-04 missed_second 1",
    "2027-03-10 missed 2",
    "2027-03-10 missed 3",
    "2027-03-10 missed_second 3",
    "2027-03-11 last_letter",
  ]);
});

test("nothing twice on one day, and no reminder of what the confirmation named", () => {
  const schedule = buildSchedule({
    total: asCents(100_00n),
    downPayment: { amount: asCents(20_00n), on: acceptedOn },
    ...rhythm,
    firstOn: day("2026-11-25"),
    count: 2,
  });
  const run = new RunningPlan({ schedule, rhythm, acceptedOn });
  run.work();
  expect(run.log).toEqual([]);
  run.pay(asCents(20_00n));
  run.until("2026-11-25");
  expect(run.log).toEqual([]);
  run.until("2026-11-26");
  run.work();
  expect(run.log).toEqual(["2026-11-26 missed_first 2"]);
});

test("postponed: fourteen days more, once, with a reminder of its own", () => {
  const run = fourMonths().until("2026-12-23");
  const postponed = postpone(run.plan, 1, { today: run.today });
  expect(postponed).toMatchObject({ ok: true, value: { seq: 1, dueOn: "2027-01-08", postponed: true } });
  if (postponed.ok) run.change(postponed.value);
  expect(postpone(run.plan, 1, { today: run.today })).toEqual({ ok: false, error: { kind: "already_postponed" } });
  run.until("2027-01-08").pay(asCents(50_00n));
  expect(run.log).toEqual(["2026-12-22 remind 1", "2027-01-05 remind 1"]);
});

test("skipped: to the end, once in six months", () => {
  const run = fourMonths().until("2026-12-20");
  const skipped = skip(run.plan, 1, { today: run.today, lastSkipOn: null, rhythm });
  expect(skipped).toMatchObject({ ok: true, value: { seq: 1, dueOn: "2027-04-25", skipped: true } });
  if (skipped.ok) run.change(skipped.value);
  const again = (today: string) => skip(run.plan, 2, { today: day(today), lastSkipOn: day("2026-12-20"), rhythm });
  expect(again("2027-01-20")).toEqual({ ok: false, error: { kind: "skipped_lately", until: "2027-06-20" } });
  expect(again("2027-01-26")).toEqual({ ok: false, error: { kind: "already_late" } });
  run.until("2027-01-20");
  expect(run.log).toEqual([]);
});

test("what is paid, past or unknown is neither postponed nor skipped", () => {
  const run = fourMonths().until("2026-12-25");
  run.pay(asCents(50_00n));
  run.until("2027-01-26");
  const { plan, today } = run;
  const refused = [1, 2, 9].flatMap((seq) => [
    postpone(plan, seq, { today }),
    skip(plan, seq, { today, lastSkipOn: null, rhythm }),
  ]);
  expect(refused.map((result) => !result.ok && result.error.kind)).toEqual([
    "already_paid",
    "already_paid",
    "already_late",
    "already_late",
    "unknown_instalment",
    "unknown_instalment",
  ]);
});

test("a payment that went back leaves a week to pay it again, with messages of its own", () => {
  const run = fourMonths().until("2026-12-25");
  run.pay(asCents(50_00n));
  run.until("2027-01-20");
  run.chargeBack(0);
  const time = repairTime(run.plan, 1, { today: run.today });
  expect(time).toMatchObject({ ok: true, value: { seq: 1, dueOn: "2027-01-27" } });
  if (time.ok) run.change(time.value);
  run.until("2027-01-29");
  expect(run.log).toEqual([
    "2026-12-22 remind 1",
    "2027-01-22 remind 2",
    "2027-01-24 remind 1",
    "2027-01-26 missed_first 2",
    "2027-01-28 missed_first 1",
  ]);
});
