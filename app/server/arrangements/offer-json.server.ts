import type { LocalDate } from "#app/domain/calendar.ts";
import type { PayDay } from "#app/domain/arrangement/policy.ts";
import type { Schedule } from "#app/domain/arrangement/schedule.ts";
import type { Wish } from "#app/domain/arrangement/wish.ts";
import { asCents, type Cents, toDecimal } from "#app/domain/money.ts";

type ScheduleJson = { dueOn: string; amount: string }[];

/** A schedule as it is stored and sent: days, and amounts as decimals. */
export function scheduleJson(schedule: Schedule): ScheduleJson {
  return schedule.map(({ dueOn, amount }) => ({ dueOn, amount: toDecimal(amount) }));
}

/** Reads what `scheduleJson` wrote. */
export function readSchedule(stored: unknown): Schedule {
  return (stored as ScheduleJson).map(({ dueOn, amount }, index) => ({
    seq: index + 1,
    dueOn: dueOn as LocalDate,
    amount: readAmount(amount),
  }));
}

/** What a debtor asked, for the creditor who decides. */
export function wishJson({ downPayment, perInstalment, ...wish }: Wish) {
  return { ...wish, downPayment: toDecimal(downPayment), perInstalment: toDecimal(perInstalment) };
}

/** Reads what `wishJson` wrote; null where there is none. */
export function readWish(stored: unknown): Wish | null {
  if (stored === null) return null;
  const { downPayment, perInstalment, ...wish } = stored as ReturnType<typeof wishJson>;
  return { ...wish, downPayment: readAmount(downPayment), perInstalment: readAmount(perInstalment) };
}

export function payDayText(payDay: PayDay | null): string | null {
  return payDay === null ? null : String(payDay);
}

export function readPayDay(text: string | null): PayDay | null {
  if (text === null || text === "month_end") return text;
  return Number(text);
}

function readAmount(decimal: string): Cents {
  return asCents(BigInt(decimal.replace(".", "")));
}
