import { parsePhoneNumberFromString } from "libphonenumber-js";
import { parseLocalDate } from "#app/domain/calendar.ts";
import { toDecimal } from "#app/domain/money.ts";
import { type AmountTextError, parseEuro } from "#app/domain/money-text.ts";
import { err, ok, type Result } from "#app/domain/result.ts";

/** What a cell says, as a claim has it; or why it says nothing that can be used. */
export type CellResult = Result<string, { readonly code: string; readonly message: string }>;

const AMOUNT_MESSAGES: Readonly<Record<AmountTextError["kind"], string>> = {
  not_an_amount: "is no amount: write 1.234,56 or 1234.56",
  ambiguous_amount: "can be read in two ways: write the cents, as in 1.234,00",
  too_many_decimals: "has more than two decimals",
  amount_too_large: "is more than a bank takes",
};

/** `1.234,56`, `1234.56`, `€ 12,50` as `"1234.56"`. */
export function readAmountCell(text: string): CellResult {
  if (/^[-−(]/.test(text)) return err({ code: "amount_not_positive", message: "must be above zero" });
  const amount = parseEuro(text);
  if (amount.ok) return ok(toDecimal(amount.value));
  return err({ code: amount.error.kind, message: AMOUNT_MESSAGES[amount.error.kind] });
}

/** `31-12-2026`, `31/12/2026`, `2026-12-31`, also with a time of day behind it, as `"2026-12-31"`. */
export function readDayCell(text: string): CellResult {
  const bare = text.replace(/[T ]\d{1,2}:\d{2}.*$/, "");
  const [, year, month, dayOfMonth] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(bare) ?? [];
  const [, dutchDay, dutchMonth, dutchYear] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(bare) ?? [];
  const parts = [year ?? dutchYear, month ?? dutchMonth, dayOfMonth ?? dutchDay];
  const day = parseLocalDate(parts.map((part = "") => part.padStart(2, "0")).join("-"));
  return day.ok ? day : err({ code: "not_a_day", message: "is no day: write 31-12-2026 or 2026-12-31" });
}

/** `6,5 %` and `6.5` as `"6.5"`. */
export function readPercentCell(text: string): CellResult {
  const bare = text.replace(/\s*%$/, "").replace(",", ".");
  if (/^(0|[1-9]\d?)(\.\d{1,4})?$/.test(bare)) return ok(bare);
  return err({ code: "not_a_percentage", message: "is no percentage: write 6 or 6,5" });
}

/** A word of a list, in Dutch or English. */
export function readWordCell(text: string, words: Readonly<Record<string, readonly string[]>>): CellResult {
  const asked = text.toLowerCase().replace(/\s+/g, " ");
  const found = Object.entries(words).find(([word, also]) => word === asked || also.includes(asked));
  if (found) return ok(found[0]);
  const allowed = Object.entries(words).map(([word, [dutch]]) => (dutch ? `${word} (${dutch})` : word));
  return err({ code: "not_allowed", message: `must be ${allowed.join(" or ")}` });
}

/** `06-12345678` and `+31 6 12345678` as `"+31612345678"`; null where it is no number. */
export function readPhoneCell(text: string): string | null {
  const phone = text.length <= 50 ? parsePhoneNumberFromString(text, "NL") : undefined;
  return phone?.isValid() ? phone.number : null;
}

const COUNTRIES: ReadonlyMap<string, string> = new Map([
  ["nederland", "NL"],
  ["netherlands", "NL"],
  ["the netherlands", "NL"],
  ["belgië", "BE"],
  ["belgie", "BE"],
  ["belgium", "BE"],
  ["duitsland", "DE"],
  ["germany", "DE"],
]);

export const readCountryCell = (text: string): string => COUNTRIES.get(text.toLowerCase()) ?? text.toUpperCase();
