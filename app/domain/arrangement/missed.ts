import { addDays, type LocalDate } from "../calendar.ts";
import type { Cents } from "../money.ts";
import { err, ok, type Result } from "../result.ts";
import type { FollowedInstalment, FollowedPlan } from "./follow-plan.ts";
import { type InstalmentChange, moveToEnd, type Rhythm } from "./plan-changes.ts";
import type { ArrangementPolicy } from "./policy.ts";

export const REMIND_DAYS_BEFORE = 3;
export const SECOND_MESSAGE_AFTER_DAYS = 7;
export const LAST_LETTER_DAYS = 14;

/** After this a message about a missed day is no longer news. */
const MESSAGE_STALE_AFTER_DAYS = 20;
/** An instalment that is late after all others counts as one missed in a row too many from this many days on. */
const END_OVERDUE_AFTER_DAYS = 28;

/** About an instalment and one of its due days: a new due day has messages of its own. */
export type StepKind = "remind" | "missed_first" | "missed_second" | "missed";

/** What was told about an instalment for one of its due days; announced: by the debtor, who need not be told then. */
export type SentKind = StepKind | "announced";

export type SentStep = { readonly kind: SentKind; readonly seq: number; readonly dueOn: LocalDate };

/**
 * remind: soon due. missed_first, missed_second: friendly messages. missed: past the days of grace; with the change that
 * moves it to the end, when it may. last_letter: pay what is behind by `before`, or the plan ends. caught_up: the last
 * letter lapses. break: the plan ends.
 */
export type Step =
  | { readonly kind: Exclude<StepKind, "missed">; readonly seq: number; readonly dueOn: LocalDate }
  | {
      readonly kind: "missed";
      readonly seq: number;
      readonly dueOn: LocalDate;
      readonly change: InstalmentChange | null;
    }
  | { readonly kind: "last_letter"; readonly behind: Cents; readonly before: LocalDate }
  | { readonly kind: "caught_up" }
  | { readonly kind: "break" };

export type StepsInput = {
  readonly plan: FollowedPlan;
  readonly policy: Pick<ArrangementPolicy, "graceDays" | "missedAllowed">;
  readonly rhythm: Rhythm;
  readonly acceptedOn: LocalDate;
  readonly sent: readonly SentStep[];
  /** Null once it lapsed. */
  readonly lastLetterOn: LocalDate | null;
  readonly today: LocalDate;
};

/**
 * What to do on a day, at most once each: nothing about what is paid, and after days without a worker only what is
 * still news. Nobody gets a last letter about an instalment that was not reported as missed on an earlier day.
 */
export function stepsOn(input: StepsInput): Step[] {
  const { plan, policy, lastLetterOn, today } = input;
  if (plan.open === 0n) return [];
  const tooFar = plan.behind > 0n && (missedInARow(input) > policy.missedAllowed || isEndOverdue(input));
  if (lastLetterOn !== null && tooFar && today > addDays(lastLetterOn, LAST_LETTER_DAYS)) return [{ kind: "break" }];
  const missed = missedSteps(input);
  const reminders = plan.instalments.filter((instalment) => isSoonDue(instalment, input)).map(asReminder);
  if (lastLetterOn !== null) {
    return [...(tooFar ? [] : [{ kind: "caught_up" } as const]), ...missed, ...reminders];
  }
  if (tooFar && missed.length === 0) {
    const before = addDays(today, LAST_LETTER_DAYS);
    return [{ kind: "last_letter", behind: plan.behind, before }, ...reminders];
  }
  return [...missed, ...messages(input), ...reminders];
}

/** How many of the latest due days, the days of grace past, went by unpaid; one paid in full breaks the row. */
export function missedInARow({ plan, policy, today }: Pick<StepsInput, "plan" | "policy" | "today">): number {
  const days = plan.instalments
    .filter(({ state }) => state !== "not_needed")
    .flatMap(({ dueOn, movedFrom, open }) =>
      [dueOn, movedFrom].flatMap((on) => (on === null ? [] : [{ on, unpaid: open > 0n }])),
    )
    .filter(({ on }) => today > addDays(on, policy.graceDays))
    .sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0));
  return days.length - 1 - days.findLastIndex(({ unpaid }) => !unpaid);
}

function isEndOverdue({ plan, today }: StepsInput): boolean {
  const open = plan.instalments.filter((instalment) => instalment.open > 0n);
  return open.every(({ dueOn }) => today > addDays(dueOn, END_OVERDUE_AFTER_DAYS));
}

function missedSteps(input: StepsInput): Step[] {
  const { policy, rhythm, today } = input;
  const steps: Step[] = [];
  let { plan } = input;
  for (const { seq, dueOn, state, movedFrom } of input.plan.instalments) {
    if (state !== "late" || today <= addDays(dueOn, policy.graceDays)) continue;
    if (wasSent(input.sent, { kind: "missed", seq, dueOn })) continue;
    const moved = plan.instalments.filter((instalment) => instalment.movedFrom !== null).length;
    const change = movedFrom === null && moved < policy.missedAllowed ? moveToEnd(plan, seq, { today, rhythm }) : null;
    if (change?.ok) plan = withChange(plan, change.value);
    steps.push({ kind: "missed", seq, dueOn, change: change?.ok ? change.value : null });
  }
  return steps;
}

function withChange(plan: FollowedPlan, change: InstalmentChange): FollowedPlan {
  const instalments = plan.instalments.map((instalment) =>
    instalment.seq === change.seq ? { ...instalment, ...change } : instalment,
  );
  return { ...plan, instalments };
}

/** Only about the newest missed day: older ones had their messages, or are told in this one. */
function messages({ plan, sent, today }: StepsInput): Step[] {
  const missedDays = plan.instalments
    .filter(({ open }) => open > 0n)
    .flatMap(({ seq, dueOn, movedFrom }) =>
      [dueOn, movedFrom].flatMap((on) => (on === null || on >= today ? [] : [{ seq, dueOn: on }])),
    )
    .sort((left, right) => (left.dueOn < right.dueOn ? -1 : left.dueOn > right.dueOn ? 1 : 0));
  const newest = missedDays.at(-1);
  if (newest === undefined || today > addDays(newest.dueOn, MESSAGE_STALE_AFTER_DAYS)) return [];
  const isSecond = today >= addDays(newest.dueOn, SECOND_MESSAGE_AFTER_DAYS);
  const step = { kind: isSecond ? ("missed_second" as const) : ("missed_first" as const), ...newest };
  return wasSent(sent, step) ? [] : [step];
}

/** An instalment due within days of acceptance was named in the confirmation. */
function isSoonDue({ seq, dueOn, open }: FollowedInstalment, { acceptedOn, sent, today }: StepsInput): boolean {
  const from = addDays(dueOn, -REMIND_DAYS_BEFORE);
  if (open === 0n || today < from || today > dueOn || from <= acceptedOn) return false;
  return !wasSent(sent, { kind: "remind", seq, dueOn });
}

function asReminder({ seq, dueOn }: FollowedInstalment): Step {
  return { kind: "remind", seq, dueOn };
}

/** Who said beforehand that it will not be paid hears nothing about it but what becomes of the plan. */
function wasSent(sent: readonly SentStep[], { kind, seq, dueOn }: SentStep): boolean {
  return sent.some(
    (other) =>
      other.seq === seq &&
      other.dueOn === dueOn &&
      (other.kind === kind || (other.kind === "announced" && kind !== "missed")),
  );
}

/** The instalment that a debtor may say will not be paid: open, and its day has not passed. */
export function announceable(
  plan: FollowedPlan,
  seq: number,
): Result<FollowedInstalment, { readonly kind: "unknown_instalment" | "already_paid" | "already_late" }> {
  const instalment = plan.instalments.find((other) => other.seq === seq);
  if (instalment === undefined) return err({ kind: "unknown_instalment" });
  if (instalment.open === 0n) return err({ kind: "already_paid" });
  return instalment.state === "late" ? err({ kind: "already_late" }) : ok(instalment);
}
