import fc from "fast-check";
import { expect, test } from "vitest";
import { type Frequency, FREQUENCIES, type PayDay } from "#app/domain/arrangement/policy.ts";
import type { FollowedInstalment } from "#app/domain/arrangement/follow-plan.ts";
import { firstDueDay } from "#app/domain/arrangement/pay-days.ts";
import { postpone, skip } from "#app/domain/arrangement/plan-changes.ts";
import { DEFAULT_POLICY } from "#app/domain/arrangement/policy.ts";
import { buildSchedule } from "#app/domain/arrangement/schedule.ts";
import { addDays, day, type LocalDate } from "#app/domain/calendar.ts";
import { mayContact } from "#app/domain/contact-hours.ts";
import { asCents } from "#app/domain/money.ts";
import { amsterdamMoment } from "#app/server/platform/clock/amsterdam-instant.server.ts";
import { RunningPlan } from "../../../tests/support/running-plan.ts";
import { nextCheck } from "./next-check.server.ts";

const ARRANGEMENTS = 1_000;
const DAYS = 400;
const START = day("2026-11-23");
const NEVER = day("2199-12-31");

/** How somebody keeps to a plan: how often out of ten an instalment is paid, how late, and with what air in between. */
type Habit = {
  readonly frequency: Frequency;
  readonly payDay: PayDay;
  readonly total: bigint;
  readonly count: number;
  readonly graceDays: number;
  readonly extraPayments: "next" | "last";
  /** For each instalment: days after its due day on which it is paid; null: not. */
  readonly pays: readonly (number | null)[];
  readonly parts: readonly number[];
  readonly airOn: readonly number[];
  /** Never comes back to what was left out. */
  readonly gone: boolean;
};

const habits: fc.Arbitrary<Habit> = fc.record({
  frequency: fc.constantFrom(...FREQUENCIES),
  payDay: fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constant("month_end" as const)),
  total: fc.bigInt({ min: 5_000n, max: 300_000n }),
  count: fc.integer({ min: 2, max: 12 }),
  graceDays: fc.integer({ min: 0, max: 10 }),
  extraPayments: fc.constantFrom("next" as const, "last" as const),
  pays: fc.array(fc.option(fc.integer({ min: -5, max: 30 }), { freq: 9 }), { minLength: 12, maxLength: 12 }),
  parts: fc.array(fc.constantFrom(1, 1, 1, 2, 3), { minLength: 12, maxLength: 12 }),
  airOn: fc.array(fc.nat(DAYS), { maxLength: 3 }),
  gone: fc.boolean(),
});

/** Lives a plan day by day; the worker looks only when `nextCheck` said so, as it does in the house. */
function live(habit: Habit): RunningPlan {
  const { frequency, payDay, graceDays, extraPayments } = habit;
  const rhythm = { frequency, payDay: frequency === "monthly" ? payDay : null };
  const policy = { ...DEFAULT_POLICY, graceDays, extraPayments };
  const firstOn = firstDueDay({ policy, ...rhythm, today: START });
  const schedule = buildSchedule({ total: asCents(habit.total), downPayment: null, ...rhythm, firstOn, count: habit.count }); // prettier-ignore
  const run = new RunningPlan({ schedule, rhythm, acceptedOn: START, policy });
  const told = new Set<string>();
  let due = run.plan.next;
  let checkOn = lookAgain();

  /** Where things stand now, and the day on which the worker looks next. */
  function lookAgain(): LocalDate | null {
    const { plan, lastLetterOn, today } = run;
    due = plan.next;
    if (run.status !== "accepted") return null;
    const at = nextCheck({ plan, policy, lastLetterOn, today });
    expect(at).not.toBeNull();
    const moment = amsterdamMoment(at ?? new Date(0));
    expect(mayContact(moment)).toBe(true);
    return moment.date;
  }

  function work(): void {
    const before = run.plan;
    for (const step of run.work()) {
      const about = "seq" in step ? `${step.kind} ${step.seq} ${step.dueOn}` : `${step.kind} ${run.today}`;
      expect(told.has(about)).toBe(false);
      told.add(about);
      if ("seq" in step) expect(before.instalments.find(({ seq }) => seq === step.seq)?.open).toBeGreaterThan(0n);
    }
  }

  for (let passed = 1; passed <= DAYS && run.status === "accepted"; passed += 1) {
    run.today = addDays(START, passed);
    if (checkOn === run.today) {
      work();
      checkOn = lookAgain();
    }
    if (due !== null && paysBy(habit, due) <= run.today) {
      const parts = BigInt(habit.parts[due.seq - 1] ?? 1);
      run.pay(asCents((due.open + parts - 1n) / parts));
      checkOn = lookAgain();
    }
    if (due !== null && habit.airOn.includes(passed)) {
      const { today, lastSkipOn } = run;
      const air = passed % 2 === 0 ? postpone(run.plan, due.seq, { today }) : skip(run.plan, due.seq, { today, lastSkipOn, rhythm }); // prettier-ignore
      if (air.ok) run.change(air.value);
      checkOn = lookAgain();
    }
  }
  return run;
}

/** One that is left out is paid when it comes round again at the end, if ever. */
function paysBy({ pays, gone }: Habit, { seq, dueOn, movedFrom }: FollowedInstalment): LocalDate {
  const late = pays[seq - 1] ?? 0;
  const leftOut = pays[seq - 1] === null && (movedFrom === null || gone);
  return leftOut ? NEVER : addDays(dueOn, late);
}

test(
  "a year of a thousand plans: nobody is told twice, about what is paid, or outside contact hours, and none is forgotten",
  { timeout: 60_000 },
  () => {
    const ends = { accepted: 0, completed: 0, broken: 0 };
    for (const habit of fc.sample(habits, ARRANGEMENTS)) ends[live(habit).status] += 1;
    expect(ends.completed).toBeGreaterThan(100);
    expect(ends.broken).toBeGreaterThan(100);
  },
);
