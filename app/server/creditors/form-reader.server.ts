import { asCents, type Cents, toDecimal } from "#app/domain/money.ts";
import { parseEuro } from "#app/domain/money-text.ts";
import { westernDigits } from "#app/domain/western-digits.ts";

/** What is wrong in one field of a form, and what it may be where that helps. */
export type FormFault<Kind extends string> = {
  readonly field: string;
  readonly kind: Kind;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
};

/** What was typed and chosen, kept as it was. */
export type FormAnswers = Readonly<Record<string, readonly string[]>>;

const LONGEST_ANSWER = 5_000;

export function formAnswers(form: URLSearchParams): FormAnswers {
  const names = [...new Set(form.keys())];
  return Object.fromEntries(
    names.map((name) => [name, form.getAll(name).map((typed) => typed.slice(0, LONGEST_ANSWER))]),
  );
}

/** One line as it was typed, without the space around it. */
export function lineOf(form: URLSearchParams, field: string): string {
  return (form.get(field) ?? "").replace(/\s+/g, " ").trim();
}

/** Several lines as they were typed. */
export function linesOf(form: URLSearchParams, field: string): string {
  return (form.get(field) ?? "").replaceAll("\r\n", "\n").trim();
}

/** A whole number from 0, or null. */
export function wholeOf(form: URLSearchParams, field: string): number | null {
  const typed = westernDigits(lineOf(form, field));
  return /^\d{1,6}$/.test(typed) ? Number(typed) : null;
}

/** An amount as people type it, or null. */
export function amountOf(form: URLSearchParams, field: string): Cents | null {
  const amount = parseEuro(lineOf(form, field));
  return amount.ok ? amount.value : null;
}

/** As it stands in a field: `25,00`. */
export function typedAmount(amount: bigint): string {
  return toDecimal(asCents(amount)).replace(".", ",");
}
