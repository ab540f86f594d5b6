import { createHash } from "node:crypto";
import type { Option } from "#app/domain/arrangement/options.ts";
import { firstDueDay } from "#app/domain/arrangement/pay-days.ts";
import { FREQUENCIES, type Frequency, type PayDay } from "#app/domain/arrangement/policy.ts";
import { buildSchedule, MOST_INSTALMENTS, type Schedule } from "#app/domain/arrangement/schedule.ts";
import { addDays, type LocalDate } from "#app/domain/calendar.ts";
import { ZERO } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { readRows, type RowError, rowsOf, scheduleOfRows, type TypedRow } from "./counter-rows.server.ts";
import type { InboxArrangement } from "./load-inbox-arrangement.server.ts";
import { readDecisionText, type TextFault } from "./read-decision-text.server.ts";
import { readDay } from "./read-typed.server.ts";

const COUNTER_FIELDS = ["choice", "count", "firstOn", "frequency", "reason", "validUntil"] as const;

/** What was typed or chosen, word for word. */
export type CounterAnswers = Readonly<Record<(typeof COUNTER_FIELDS)[number], string>> & {
  /** Of a schedule that is typed row by row. */
  readonly rows: readonly TypedRow[];
};

type CounterErrorKind =
  | "choice_missing"
  | "count_wrong"
  | "first_on_wrong"
  | "first_on_past"
  | "valid_until_wrong"
  | "valid_until_past"
  | TextFault;

type FieldError = { readonly field: (typeof COUNTER_FIELDS)[number]; readonly kind: CounterErrorKind };

export type CounterError = FieldError | RowError;

/** The plan is typed, not one of the policy's options. */
const OWN_PLAN = "own";
/** Each day and amount of the plan is typed. */
const ROWS = "rows";

export type Counter = {
  readonly schedule: Schedule;
  /** Null of one that was typed row by row. */
  readonly rhythm: { readonly frequency: Frequency; readonly payDay: PayDay | null } | null;
  readonly reason: string;
  readonly validUntil: LocalDate;
};

type Asked = Pick<InboxArrangement, "advice" | "total" | "today" | "policy" | "offer">;

/** An option of the policy, by its name in the form. */
export type CounterOption = { readonly key: string; readonly option: Option };

/** What the policy would offer instead, as far as it brings in the whole: a discount is not given by a counter-offer. */
export function counterOptions({ advice }: Pick<Asked, "advice">): readonly CounterOption[] {
  if (advice === null || advice.kind === "accepted") return [];
  const whole = advice.options.filter(({ discount }) => discount === ZERO);
  return whole.map((option) => ({ key: scheduleShown(option.schedule), option }));
}

/** The form before anybody typed: the policy's first option, else as often as was asked. */
export function firstCounterAnswers(asked: Asked): CounterAnswers {
  const { policy, today, offer } = asked;
  const [first] = counterOptions(asked);
  const frequency = offer.wish?.frequency ?? "monthly";
  return {
    choice: first?.key ?? OWN_PLAN,
    count: "",
    firstOn: firstDueDay({ policy, frequency, payDay: offer.wish?.payDay ?? null, today }),
    frequency,
    reason: "",
    validUntil: addDays(today, policy.counterOffer.validDays),
    rows: [],
  };
}

export function counterAnswersOf(form: URLSearchParams): CounterAnswers {
  const answers = COUNTER_FIELDS.map((field) => [field, (form.get(field) ?? "").slice(0, 5_000)] as const);
  return { ...(Object.fromEntries(answers) as Record<(typeof COUNTER_FIELDS)[number], string>), rows: readRows(form) };
}

/** The counter-offer that the answers make, with its whole schedule; or everything that is wrong with them. */
export function readCounterForm(answers: CounterAnswers, asked: Asked): Result<Counter, readonly CounterError[]> {
  const errors: CounterError[] = [];
  function take<T>(field: FieldError["field"], read: Result<T, CounterErrorKind>): T | null {
    if (read.ok) return read.value;
    errors.push({ field, kind: read.error });
    return null;
  }
  const read = readPlan(answers, asked);
  const plan = read.ok ? read.value : null;
  if (!read.ok) errors.push(...read.error);
  const reason = take("reason", readDecisionText(answers.reason));
  const validUntil = take("validUntil", readDayFrom(answers.validUntil, asked.today, VALID_UNTIL));
  if (plan === null || reason === null || validUntil === null) return err(errors);
  return ok({ ...plan, reason, validUntil });
}

/** The plan that was chosen or typed so far, as rows of which each can be changed. */
export function asRows(answers: CounterAnswers, asked: Asked): Result<CounterAnswers, readonly CounterError[]> {
  const plan = readPlan(answers, asked);
  return plan.ok ? ok({ ...answers, choice: ROWS, rows: rowsOf(plan.value.schedule) }) : plan;
}

type Plan = Pick<Counter, "schedule" | "rhythm">;

function readPlan(answers: CounterAnswers, asked: Asked): Result<Plan, readonly CounterError[]> {
  const { total, today } = asked;
  if (answers.choice === ROWS) {
    const schedule = scheduleOfRows(answers.rows, { total: total ?? ZERO, today });
    return schedule.ok ? ok({ schedule: schedule.value, rhythm: null }) : schedule;
  }
  if (answers.choice === OWN_PLAN) return readOwnPlan(answers, asked);
  const option = readOption(answers.choice, asked);
  return option.ok ? option : err([{ field: "choice", kind: option.error }]);
}

function readOption(key: string, asked: Asked): Result<Plan, CounterErrorKind> {
  const chosen = counterOptions(asked).find((one) => one.key === key);
  if (!chosen) return err("choice_missing");
  const { schedule, wish } = chosen.option;
  return ok({ schedule, rhythm: { frequency: wish.frequency, payDay: wish.payDay } });
}

function readOwnPlan(
  { count: typedCount, firstOn: typedDay, frequency: chosen }: CounterAnswers,
  { total, today }: Asked,
): Result<Plan, readonly CounterError[]> {
  const count = readCount(typedCount, total ?? ZERO);
  const firstOn = readDayFrom(typedDay, today, FIRST_ON);
  const frequency = FREQUENCIES.find((one) => one === chosen) ?? "monthly";
  const errors: CounterError[] = [];
  if (!count.ok) errors.push({ field: "count", kind: count.error });
  if (!firstOn.ok) errors.push({ field: "firstOn", kind: firstOn.error });
  if (!count.ok || !firstOn.ok || total === null) return err(errors);
  const schedule = buildSchedule({ total, downPayment: null, frequency, payDay: null, firstOn: firstOn.value, count: count.value }); // prettier-ignore
  return ok({ schedule, rhythm: { frequency, payDay: null } });
}

function readCount(typed: string, total: bigint): Result<number, "count_wrong"> {
  const text = typed.trim();
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= MOST_INSTALMENTS && BigInt(count) <= total ? ok(count) : err("count_wrong");
}

const FIRST_ON = { wrong: "first_on_wrong", past: "first_on_past" } as const;
const VALID_UNTIL = { wrong: "valid_until_wrong", past: "valid_until_past" } as const;

function readDayFrom<Wrong, Past>(
  typed: string,
  today: LocalDate,
  kinds: { readonly wrong: Wrong; readonly past: Past },
): Result<LocalDate, Wrong | Past> {
  const day = readDay(typed);
  if (!day.ok) return err(kinds.wrong);
  return day.value < today ? err(kinds.past) : ok(day.value);
}

/** Names a whole schedule in a form: what is sent is what was looked at. */
export function scheduleShown(schedule: Schedule): string {
  const text = schedule.map(({ dueOn, amount }) => `${dueOn} ${amount}`).join("\n");
  return createHash("sha256").update(text, "utf8").digest("base64url");
}
