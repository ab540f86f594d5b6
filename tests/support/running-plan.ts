import {
  type FollowedPlan,
  followPlan,
  type PlannedInstalment,
  type Received,
} from "#app/domain/arrangement/follow-plan.ts";
import { type SentStep, type Step, stepsOn } from "#app/domain/arrangement/missed.ts";
import type { InstalmentChange, Rhythm } from "#app/domain/arrangement/plan-changes.ts";
import { type ArrangementPolicy, DEFAULT_POLICY } from "#app/domain/arrangement/policy.ts";
import type { Schedule } from "#app/domain/arrangement/schedule.ts";
import { addDays, day, type LocalDate } from "#app/domain/calendar.ts";
import { asCents, type Cents, sum } from "#app/domain/money.ts";

type RunOptions = {
  schedule: Schedule;
  rhythm: Rhythm;
  acceptedOn: LocalDate;
  discount?: Cents;
  policy?: Partial<ArrangementPolicy>;
};

/** An arrangement that runs, with a ledger reduced to what was received and what else changed what is open. */
export class RunningPlan {
  today: LocalDate;
  status: "accepted" | "completed" | "broken" = "accepted";
  lastSkipOn: LocalDate | null = null;
  readonly received: Received[] = [];
  readonly log: string[] = [];
  readonly rhythm: Rhythm;
  readonly policy: ArrangementPolicy;
  private instalments: PlannedInstalment[];
  private owed: Cents;
  private readonly discount: Cents;
  private readonly acceptedOn: LocalDate;
  private readonly sent: SentStep[] = [];
  lastLetterOn: LocalDate | null = null;

  constructor({ schedule, rhythm, acceptedOn, discount = asCents(0n), policy = {} }: RunOptions) {
    const unchanged = { movedFrom: null, postponed: false, skipped: false };
    this.instalments = schedule.map((one) => ({ ...one, originalDueOn: one.dueOn, ...unchanged }));
    this.owed = asCents(sum(schedule.map(({ amount }) => amount)) + discount);
    this.rhythm = rhythm;
    this.acceptedOn = acceptedOn;
    this.today = acceptedOn;
    this.discount = discount;
    this.policy = { ...DEFAULT_POLICY, ...policy };
  }

  /** All that is open on the claims. */
  get open(): Cents {
    const left = this.owed - sum(this.received.map(({ amount }) => amount));
    return asCents(left > 0n ? left : 0n);
  }

  get plan(): FollowedPlan {
    const { instalments, received, open, discount, today } = this;
    return followPlan({ instalments, received, open, discount, today, extraPayments: this.policy.extraPayments });
  }

  /** At most what is still to pay: the portal takes no more. */
  pay(amount: Cents): void {
    const { open } = this.plan;
    if (open > 0n) this.received.push({ on: this.today, amount: amount < open ? amount : open });
    this.settle();
  }

  chargeBack(index: number): void {
    this.received.splice(index, 1);
  }

  /** A credit note below zero, new costs or interest above it; never below what was paid. */
  changeOwed(difference: Cents): void {
    const paid = sum(this.received.map(({ amount }) => amount));
    const owed = this.owed + difference;
    this.owed = asCents(owed > paid ? owed : paid);
    this.settle();
  }

  change(change: InstalmentChange): void {
    this.instalments = this.instalments.map((one) => (one.seq === change.seq ? { ...one, ...change } : one));
  }

  /** What the worker does today, on the plan as it is. */
  work(plan: FollowedPlan = this.plan): readonly Step[] {
    const { policy, rhythm, acceptedOn, sent, lastLetterOn, today } = this;
    const steps = stepsOn({ plan, policy, rhythm, acceptedOn, sent, lastLetterOn, today });
    for (const step of steps) this.take(step);
    return steps;
  }

  nextDay(): readonly Step[] {
    this.today = addDays(this.today, 1);
    return this.status === "accepted" ? this.work() : [];
  }

  until(date: string): this {
    while (this.today < day(date)) this.nextDay();
    return this;
  }

  private take(step: Step): void {
    this.log.push(`${this.today} ${step.kind}${"seq" in step ? ` ${step.seq}` : ""}`);
    if ("seq" in step) this.sent.push({ kind: step.kind, seq: step.seq, dueOn: step.dueOn });
    if (step.kind === "missed" && step.change !== null) this.change(step.change);
    if (step.kind === "last_letter") this.lastLetterOn = this.today;
    if (step.kind === "caught_up") this.lastLetterOn = null;
    if (step.kind === "break") this.status = "broken";
  }

  private settle(): void {
    if (this.status === "accepted" && this.plan.open === 0n) this.status = "completed";
  }
}
