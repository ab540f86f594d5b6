import { z } from "zod";
import { FREQUENCIES, PAYMENT_METHODS } from "#app/domain/arrangement/policy.ts";
import { parseLocalDate } from "#app/domain/calendar.ts";
import { asCents, type Cents, parseDecimal, toDecimal } from "#app/domain/money.ts";
import type { ArrangementDraft } from "./draft-answers.server.ts";

/** A draft as it is stored, or null when it was stored in a form that is no longer read. */
export function readDraftJson(stored: unknown): ArrangementDraft | null {
  return DRAFT.safeParse(stored).data ?? null;
}

/** Amounts as in the API: `"25.00"`. */
export function toDraftJson(draft: ArrangementDraft) {
  const { claimIds, deposit, perMonth, budgetUsed, belowTheRules, days, wish, reason, method } = draft;
  return {
    claimIds: [...claimIds],
    deposit: written(deposit),
    perMonth: written(perMonth),
    budgetUsed,
    belowTheRules,
    days: days && { ...days },
    wish: wish && { ...wish, downPayment: toDecimal(wish.downPayment), perInstalment: toDecimal(wish.perInstalment) },
    reason: reason && { ...reason },
    method,
  };
}

const written = (amount: Cents | null) => (amount === null ? null : toDecimal(amount));

const AMOUNT = z.string().transform((text, context) => {
  const parsed = parseDecimal(text);
  if (!parsed.ok || parsed.value < 0n) context.addIssue({ code: "custom", message: "no amount" });
  return parsed.ok ? parsed.value : asCents(0n);
});

const DAY = z.string().transform((text, context) => {
  const parsed = parseLocalDate(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: "custom", message: "no day" });
  return z.NEVER;
});

const DAYS = z.object({
  frequency: z.enum(FREQUENCIES),
  payDay: z.union([z.int().min(1).max(28), z.literal("month_end")]).nullable(),
});

const WISH = DAYS.extend({
  downPayment: AMOUNT,
  perInstalment: AMOUNT,
  firstOn: DAY.nullable(),
  budgetUsed: z.boolean(),
  settlement: z.boolean(),
});

const DRAFT: z.ZodType<ArrangementDraft> = z.object({
  claimIds: z.array(z.string()).min(1),
  deposit: AMOUNT.nullable(),
  perMonth: AMOUNT.nullable(),
  budgetUsed: z.boolean(),
  belowTheRules: z.boolean(),
  days: DAYS.nullable(),
  wish: WISH.nullable(),
  reason: z.object({ code: z.string().nullable(), text: z.string() }).nullable(),
  method: z.enum(PAYMENT_METHODS).nullable(),
});
