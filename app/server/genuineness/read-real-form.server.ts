import type { Cents } from "#app/domain/money.ts";
import { parseEuro } from "#app/domain/money-text.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { westernDigits } from "#app/domain/western-digits.ts";

/** What a message says, as far as it is compared. */
export type MessageFacts = { readonly reference: string; readonly amount: Cents; readonly ibanEnd: string };

/** What was typed, word for word, no longer than any of it can be. */
export type RealAnswers = { readonly reference: string; readonly amount: string; readonly iban: string };

export type RealFault = {
  readonly field: keyof RealAnswers;
  readonly kind: "reference_missing" | "amount_missing" | "amount_unreadable" | "amount_ambiguous" | "iban_wrong";
};

const LONGEST = 100;

export function typedRealAnswers(form: URLSearchParams): RealAnswers {
  const typed = (name: keyof RealAnswers) => (form.get(name) ?? "").slice(0, LONGEST);
  return { reference: typed("reference"), amount: typed("amount"), iban: typed("iban") };
}

/** Reads the form: an amount as people write it, and of an account number its last four digits, however much was typed. */
export function readRealForm(answers: RealAnswers): Result<MessageFacts, readonly RealFault[]> {
  const reference = westernDigits(answers.reference).replace(/\s+/g, "");
  const amount = parseEuro(answers.amount);
  const ibanEnd = westernDigits(answers.iban)
    .replace(/[\s.-]+/g, "")
    .slice(-4);
  const faults: RealFault[] = [];
  if (reference === "") faults.push({ field: "reference", kind: "reference_missing" });
  if (!amount.ok) faults.push({ field: "amount", kind: amountFault(answers.amount, amount.error.kind) });
  if (!/^\d{4}$/.test(ibanEnd)) faults.push({ field: "iban", kind: "iban_wrong" });
  return amount.ok && faults.length === 0 ? ok({ reference, amount: amount.value, ibanEnd }) : err(faults);
}

function amountFault(typed: string, kind: string): RealFault["kind"] {
  if (typed.trim() === "") return "amount_missing";
  return kind === "ambiguous_amount" ? "amount_ambiguous" : "amount_unreadable";
}
