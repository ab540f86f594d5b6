import fc from "fast-check";
import { expect, test } from "vitest";
import { dates, frequencies, payDays } from "../../../tests/support/arrangement-cases.ts";
import { RunningPlan } from "../../../tests/support/running-plan.ts";
import { addDays, daysBetween, type LocalDate } from "../calendar.ts";
import { asCents, sum } from "../money.ts";
import { LAST_LETTER_DAYS, type Step } from "./missed.ts";
import { firstDueDay } from "./pay-days.ts";
import { postpone, repairTime, skip } from "./plan-changes.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import { buildSchedule } from "./schedule.ts";

/** What the debtor may rely on, kept next to the plan as it runs. */
type Model = {
  lastLetterOn: LocalDate | null;
  told: Set<string>;
  paid: bigint;
  postponed: Set<number>;
  skips: LocalDate[];
};

type Act = fc.Command<Model, RunningPlan>;

function act(name: string, run: (model: Model, plan: RunningPlan) => void): Act {
  return {
    check: () => true,
    run: (model, plan) => {
      run(model, plan);
      checkMoney(model, plan);
    },
    toString: () => name,
  };
}

function checkMoney({ paid }: Model, run: RunningPlan): void {
  const { plan, open } = run;
  expect(plan.paid).toBe(paid);
  expect(sum(plan.instalments.map((one) => one.open))).toBe(plan.open);
  expect(sum(plan.instalments.map((one) => one.paid))).toBe(plan.paid);
  expect(plan.open <= open).toBe(true);
  expect(plan.instalments.every((one) => one.amount === one.paid + one.open && one.open >= 0n)).toBe(true);
  if (run.status !== "broken") expect(plan.open === 0n).toBe(run.status === "completed");
}

function checkSteps(steps: readonly Step[], model: Model, run: RunningPlan, before: RunningPlan["plan"]): void {
  for (const step of steps) {
    if ("seq" in step) {
      const about = `${step.kind} ${step.seq} ${step.dueOn}`;
      expect(model.told.has(about)).toBe(false);
      model.told.add(about);
      expect(before.instalments.find(({ seq }) => seq === step.seq)?.open).toBeGreaterThan(0n);
    }
    if (step.kind === "last_letter") {
      expect([model.lastLetterOn, step.behind]).toEqual([null, before.behind]);
      model.lastLetterOn = run.today;
    }
    if (step.kind === "caught_up") model.lastLetterOn = null;
    if (step.kind === "break") {
      expect(before.behind).toBeGreaterThan(0n);
      expect(daysBetween(model.lastLetterOn ?? run.today, run.today)).toBeGreaterThan(LAST_LETTER_DAYS);
    }
  }
  const messages = steps.filter(({ kind }) => kind !== "missed" && kind !== "remind");
  expect(messages.length).toBeLessThanOrEqual(1);
}

function passDays(count: number, model: Model, run: RunningPlan): void {
  for (let left = count; left > 0 && run.status === "accepted"; left -= 1) {
    run.today = addDays(run.today, 1);
    const before = run.plan;
    checkSteps(run.work(before), model, run, before);
  }
}

function pay(amount: bigint, model: Model, run: RunningPlan): void {
  const { open } = run.plan;
  model.paid += amount < open ? amount : open;
  run.pay(asCents(amount));
}

const acts: fc.Arbitrary<Act>[] = [
  fc.bigInt({ min: 1n, max: 30_000n }).map((amount) => act(`pay ${amount}`, (model, run) => pay(amount, model, run))),
  fc.constant(act("pay the next", (model, run) => pay(run.plan.next?.open ?? 0n, model, run))),
  fc.integer({ min: 1, max: 45 }).map((days) => act(`${days} days`, (model, run) => passDays(days, model, run))),
  fc.integer({ min: 1, max: 60 }).map((days) =>
    act(`${days} days without a worker`, (_, run) => {
      if (run.status === "accepted") run.today = addDays(run.today, days);
    }),
  ),
  fc.nat(12).map((seq) =>
    act(`postpone ${seq}`, ({ postponed }, run) => {
      const change = postpone(run.plan, seq, run);
      if (!change.ok || run.status !== "accepted") return;
      expect(postponed.has(seq)).toBe(false);
      postponed.add(seq);
      run.change(change.value);
    }),
  ),
  fc.nat(12).map((seq) =>
    act(`skip ${seq}`, ({ skips }, run) => {
      const change = skip(run.plan, seq, run);
      if (!change.ok || run.status !== "accepted") return;
      expect(daysBetween(skips.at(-1) ?? addDays(run.today, -200), run.today)).toBeGreaterThanOrEqual(181);
      skips.push(run.today);
      run.lastSkipOn = run.today;
      run.change(change.value);
    }),
  ),
  fc.nat(5).map((pick) =>
    act(`charge back ${pick}`, (model, run) => {
      const index = run.received.length === 0 ? -1 : pick % run.received.length;
      if (index < 0 || run.status !== "accepted") return;
      model.paid -= run.received[index]?.amount ?? 0n;
      run.chargeBack(index);
      for (const { seq, state } of run.plan.instalments) {
        const change = repairTime(run.plan, seq, run);
        if (state === "late" && pick % 2 === 0 && change.ok) run.change(change.value);
      }
    }),
  ),
  fc.bigInt({ min: -40_000n, max: 5000n }).map((difference) =>
    act(`owe ${difference}`, (_, run) => {
      if (run.status === "accepted") run.changeOwed(asCents(difference));
    }),
  ),
];

const plans = fc
  .record({
    total: fc.bigInt({ min: 100n, max: 200_000n }).map(asCents),
    deposit: fc.nat(50),
    discount: fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 10_000n })).map(asCents),
    frequency: frequencies,
    payDay: payDays,
    today: dates,
    count: fc.integer({ min: 1, max: 12 }),
    graceDays: fc.nat(10),
    missedAllowed: fc.nat(3),
    extraPayments: fc.constantFrom("next" as const, "last" as const),
  })
  .map(({ total, deposit, discount, frequency, payDay, today, count, ...policy }) => ({
    schedule: buildSchedule({
      total,
      downPayment: { amount: asCents((total * BigInt(deposit)) / 100n), on: today },
      frequency,
      payDay,
      firstOn: firstDueDay({ policy: DEFAULT_POLICY, frequency, payDay, today }),
      count,
    }),
    rhythm: { frequency, payDay: frequency === "monthly" ? payDay : null },
    acceptedOn: today,
    discount,
    policy,
  }));

/** Twelve months of instalments, three moved, one skipped, a last letter: over three years is never needed. */
const MOST_DAYS = 1100;

test(
  "whatever is paid, missed, postponed, skipped, charged back or credited: the money adds up and there is an end",
  { timeout: 300_000 },
  () => {
    fc.assert(
      fc.property(plans, fc.commands(acts, { maxCommands: 25 }), (options, commands) => {
        const model: Model = { lastLetterOn: null, told: new Set(), paid: 0n, postponed: new Set(), skips: [] };
        const run = new RunningPlan(options);
        fc.modelRun(() => ({ model, real: run }), commands);
        passDays(MOST_DAYS, model, run);
        checkMoney(model, run);
        expect(["completed", "broken"]).toContain(run.status);
      }),
    );
  },
);

test(
  "whoever pays each instalment on its day hears of nothing but what is soon due, and completes the plan",
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(plans, (options) => {
        const run = new RunningPlan(options);
        for (const { dueOn } of options.schedule) {
          run.until(dueOn);
          run.pay(run.plan.next?.open ?? asCents(0n));
        }
        expect(run.log.filter((line) => !line.includes("remind"))).toEqual([]);
        expect([run.status, run.open]).toEqual(["completed", options.discount]);
      }),
    );
  },
);
