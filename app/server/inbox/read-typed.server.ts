import type { LocalDate } from "#app/domain/calendar.ts";
import { type Cents, ZERO } from "#app/domain/money.ts";
import { parseEuro } from "#app/domain/money-text.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { parseTypedDay } from "#app/domain/typed-day.ts";

/** A text without the space around it, as long as it may be. */
export function readTyped(typed: string, most: number): Result<string, "missing" | "too_long"> {
  const text = typed.replaceAll("\r\n", "\n").trim();
  if (text === "") return err("missing");
  return text.length > most ? err("too_long") : ok(text);
}

/** An amount above zero. */
export function readAmount(typed: string): Result<Cents, "missing" | "not_an_amount"> {
  if (typed.trim() === "") return err("missing");
  const amount = parseEuro(typed);
  return amount.ok && amount.value > ZERO ? ok(amount.value) : err("not_an_amount");
}

/** A day as a browser writes it, or as people do where it has no field for days: `31-10-2026`. */
export function readDay(typed: string): Result<LocalDate, "missing" | "not_a_day"> {
  if (typed.trim() === "") return err("missing");
  const day = parseTypedDay(typed);
  return day.ok ? ok(day.value) : err("not_a_day");
}

/** What was typed in some fields, word for word but never endless. */
export function typedIn<Field extends string>(
  form: URLSearchParams,
  fields: readonly Field[],
): Readonly<Record<Field, string>> {
  return Object.fromEntries(fields.map((field) => [field, (form.get(field) ?? "").slice(0, 5_000)])) as Record<Field, string>; // prettier-ignore
}
