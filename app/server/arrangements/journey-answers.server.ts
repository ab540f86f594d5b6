import type { ArrangementPolicy, PayDay } from "#app/domain/arrangement/policy.ts";
import { asCents, type Cents, minus, smallest, sum, ZERO } from "#app/domain/money.ts";
import { parseEuro } from "#app/domain/money-text.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { westernDigits } from "#app/domain/western-digits.ts";
import type { PayDays } from "./draft-answers.server.ts";

/** Which answer cannot be, and what it needs. */
export type JourneyFault =
  | { readonly kind: "depositChoiceMissing" | "depositMissing" | "depositUnreadable" }
  | { readonly kind: "depositTooLow"; readonly minimum: Cents }
  | { readonly kind: "depositTooHigh"; readonly total: Cents }
  | { readonly kind: "spareMissing" | "spareUnreadable" }
  | { readonly kind: "spareTooHigh"; readonly maximum: Cents }
  | { readonly kind: "dayMissing" | "otherDayMissing" | "otherDayNotOffered" }
  | { readonly kind: "planMissing" | "plansChanged" }
  | { readonly kind: "reasonTooLong"; readonly maximum: number };

/** A part of the total to pay at once, or zero. `least` is the smallest payment the creditor takes. */
export function readDeposit(
  { choice, text }: { choice: string; text: string },
  { total, least }: { total: Cents; least: Cents },
): Result<Cents, JourneyFault> {
  if (choice === "no") return ok(ZERO);
  if (choice !== "yes") return err({ kind: "depositChoiceMissing" });
  if (text.trim() === "") return err({ kind: "depositMissing" });
  const amount = parseEuro(text);
  if (!amount.ok) return err({ kind: "depositUnreadable" });
  if (amount.value >= total) return err({ kind: "depositTooHigh", total });
  if (amount.value < least) return err({ kind: "depositTooLow", minimum: least });
  return ok(amount.value);
}

/** What can be spared a month, out of what is left; zero is an answer. */
export function readSpare(text: string, { rest }: { rest: Cents }): Result<Cents, JourneyFault> {
  if (text.trim() === "") return err({ kind: "spareMissing" });
  const amount = parseEuro(text);
  if (!amount.ok) return err({ kind: "spareUnreadable" });
  return amount.value > rest ? err({ kind: "spareTooHigh", maximum: rest }) : ok(amount.value);
}

/** What can be spared by whoever cannot spare what is asked: nothing filled in is nothing to spare. */
export function readLess(text: string, limits: { rest: Cents }): Result<Cents, JourneyFault> {
  return text.trim() === "" ? ok(ZERO) : readSpare(text, limits);
}

/** `choice`: a day of the month, `month_end`, `other` with its day in `other`, or another rhythm. Only what the policy offers. */
export function readDays(
  { choice, other }: { choice: string; other: string },
  { frequencies, allowedDays }: Pick<ArrangementPolicy, "frequencies" | "allowedDays">,
): Result<PayDays, JourneyFault> {
  if (choice === "weekly" || choice === "four_weekly") {
    return frequencies.includes(choice) ? ok({ frequency: choice, payDay: null }) : err({ kind: "dayMissing" });
  }
  if (!frequencies.includes("monthly")) return err({ kind: "dayMissing" });
  if (choice === "other" && other.trim() === "") return err({ kind: "otherDayMissing" });
  const payDay = readPayDay(choice === "other" ? other : choice);
  if (payDay !== null && allowedDays.includes(payDay)) return ok({ frequency: "monthly", payDay });
  return err({ kind: choice === "other" ? "otherDayNotOffered" : "dayMissing" });
}

function readPayDay(text: string): PayDay | null {
  if (text === "month_end") return text;
  const typed = westernDigits(text).trim();
  return /^\d{1,2}$/.test(typed) ? Number(typed) : null;
}

const LONGEST_REASON = 1_000;

/** Optional: no code and no text is an answer. */
export function readReason(
  { code, text }: { code: string; text: string },
  codes: readonly string[],
): Result<{ code: string | null; text: string }, JourneyFault> {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_REASON) return err({ kind: "reasonTooLong", maximum: LONGEST_REASON });
  return ok({ code: codes.includes(code) ? code : null, text: trimmed });
}

export type BudgetLines = Readonly<Record<string, string>>;

/** What comes in a month, less what goes out; a line without an amount counts as nothing. Or the lines that cannot be read. */
export function roomOf({
  income,
  expenses,
}: {
  income: BudgetLines;
  expenses: BudgetLines;
}): Result<Cents, readonly string[]> {
  // prettier-ignore
  const lines = [...Object.entries(income), ...Object.entries(expenses)];
  const unreadable = lines.filter(([, text]) => amountOf(text) === null).map(([name]) => name);
  if (unreadable.length > 0) return err(unreadable);
  const total = (of: BudgetLines) => sum(Object.values(of).map((text) => amountOf(text) ?? ZERO));
  return ok(minus(total(income), total(expenses)));
}

function amountOf(text: string): Cents | null {
  if (text.trim() === "") return ZERO;
  const amount = parseEuro(text);
  return amount.ok ? amount.value : null;
}

/** The smallest deposit: what the creditor takes as a part, and less than the total. */
export function leastDeposit({ total, minimumPart }: { total: Cents; minimumPart: Cents }): Cents {
  return smallest(minimumPart, minus(total, asCents(1n)));
}
