import type { LocalDate } from "#app/domain/calendar.ts";
import { type DisputeGround, isDisputeGround } from "#app/domain/dispute/grounds.ts";
import { disputedOf, type DisputeScope, type ScopeFault } from "#app/domain/dispute/scope.ts";
import type { Cents } from "#app/domain/money.ts";
import { parseEuro } from "#app/domain/money-text.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Statement } from "#app/domain/statement.ts";
import { parseTypedDay } from "#app/domain/typed-day.ts";
import { westernDigits } from "#app/domain/western-digits.ts";
import type { DisputeAnswers } from "./dispute-record.server.ts";

/** Which answer cannot be, and what it needs. */
export type DisputeFault =
  | { readonly kind: "groundMissing" }
  | { readonly kind: "paidOnMissing" | "paidOnUnreadable" | "paidOnInFuture" }
  | { readonly kind: "paidAmountMissing" | "paidAmountUnreadable" }
  | { readonly kind: "partChoiceMissing" | "partsMissing" | "partsNothingOpen" }
  | { readonly kind: "amountMissing" | "amountUnreadable" }
  | { readonly kind: "amountAboveOpen"; readonly open: Cents }
  | { readonly kind: "storyMissing" | "replyMissing" }
  | { readonly kind: "storyTooLong" | "replyTooLong"; readonly maximum: number };

export const LONGEST_STORY = 4_000;
const LONGEST_ACCOUNT = 80;

export function readGround(text: string): Result<DisputeGround, DisputeFault> {
  return isDisputeGround(text) ? ok(text) : err({ kind: "groundMissing" });
}

export type PaidFields = {
  readonly paidOn: string;
  readonly paidAmount: string;
  readonly fromAccount: string;
  readonly toAccount: string;
};

/** The day and the amount of a payment; the accounts are optional. Of the own account only the last four digits stay. */
export function readPaid(
  fields: PaidFields,
  { today }: { today: LocalDate },
): Result<DisputeAnswers & { readonly paidOn: LocalDate; readonly paidAmount: Cents }, readonly DisputeFault[]> {
  const paidOn = readDay(fields.paidOn, today);
  const paidAmount = readPaidAmount(fields.paidAmount);
  if (!paidOn.ok || !paidAmount.ok) {
    return err([paidOn, paidAmount].flatMap((read) => (read.ok ? [] : [read.error])));
  }
  const fromAccount = westernDigits(fields.fromAccount).replace(/\D/g, "").slice(-4);
  const toAccount = fields.toAccount.trim().slice(0, LONGEST_ACCOUNT);
  return ok({
    paidOn: paidOn.value,
    paidAmount: paidAmount.value,
    ...(fromAccount === "" ? {} : { fromAccount }),
    ...(toAccount === "" ? {} : { toAccount }),
  });
}

function readDay(text: string, today: LocalDate): Result<LocalDate, DisputeFault> {
  if (text.trim() === "") return err({ kind: "paidOnMissing" });
  const parsed = parseTypedDay(text);
  if (!parsed.ok) return err({ kind: "paidOnUnreadable" });
  return parsed.value > today ? err({ kind: "paidOnInFuture" }) : parsed;
}

function readPaidAmount(text: string): Result<Cents, DisputeFault> {
  if (text.trim() === "") return err({ kind: "paidAmountMissing" });
  const amount = parseEuro(text);
  return amount.ok && amount.value > 0n ? ok(amount.value) : err({ kind: "paidAmountUnreadable" });
}

/** `choice`: whole, parts or amount. `parts`: ids of invoices, `interest`, `costs`. */
export type PartFields = { readonly choice: string; readonly parts: readonly string[]; readonly amount: string };

/** What is disputed, checked against what is open on it today. */
export function readPart(fields: PartFields, statement: Statement): Result<DisputeScope, DisputeFault> {
  const scope = readScope(fields);
  if (!scope.ok) return scope;
  const disputed = disputedOf(statement, scope.value);
  return disputed.ok ? scope : err(faultOf(disputed.error));
}

function readScope({ choice, parts, amount: text }: PartFields): Result<DisputeScope, DisputeFault> {
  switch (choice) {
    case "whole":
      return ok({ kind: "whole" });
    case "parts":
      return ok({
        kind: "parts",
        invoices: parts.filter((part) => part !== "interest" && part !== "costs"),
        interest: parts.includes("interest"),
        costs: parts.includes("costs"),
      });
    case "amount": {
      if (text.trim() === "") return err({ kind: "amountMissing" });
      const amount = parseEuro(text);
      return amount.ok ? ok({ kind: "amount", amount: amount.value }) : err({ kind: "amountUnreadable" });
    }
    default:
      return err({ kind: "partChoiceMissing" });
  }
}

function faultOf(fault: ScopeFault): DisputeFault {
  switch (fault.kind) {
    case "nothing_named":
    case "unknown_invoice":
      return { kind: "partsMissing" };
    case "nothing_open":
      return { kind: "partsNothingOpen" };
    case "amount_not_positive":
      return { kind: "amountUnreadable" };
    case "amount_above_open":
      return { kind: "amountAboveOpen", open: fault.open };
  }
}

/** Optional where the ground says what is wrong; only "something else" needs words. */
export function readStory(text: string, { ground }: { ground: DisputeGround }): Result<string, DisputeFault> {
  const told = asTyped(text);
  if (told === "" && ground === "other") return err({ kind: "storyMissing" });
  return told.length > LONGEST_STORY ? err({ kind: "storyTooLong", maximum: LONGEST_STORY }) : ok(told);
}

/** Words or files: one of the two is an answer. */
export function readReply(text: string, { files }: { files: number }): Result<string, DisputeFault> {
  const told = asTyped(text);
  if (told === "" && files === 0) return err({ kind: "replyMissing" });
  return told.length > LONGEST_STORY ? err({ kind: "replyTooLong", maximum: LONGEST_STORY }) : ok(told);
}

/** Forms send two characters for the end of a line; the debtor typed one. */
const asTyped = (text: string): string => text.replaceAll("\r\n", "\n").trim();
