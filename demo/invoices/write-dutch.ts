import { parts, type LocalDate } from "#app/domain/calendar.ts";
import { toDecimal, type Cents } from "#app/domain/money.ts";

const MONTHS = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
] as const;

/** `oktober 2026` */
export function writeMonth(date: LocalDate): string {
  const [year, month] = parts(date);
  return `${MONTHS[month - 1]} ${year}`;
}

/** `5 oktober 2026` */
export function writeDay(date: LocalDate): string {
  return `${parts(date)[2]} ${writeMonth(date)}`;
}

/** `€ 1.234,56`, with a no-break space. */
export function writeEuro(amount: Cents): string {
  return `€\u00A0${writeNumber(toDecimal(amount))}`;
}

/** `"1234.50"` as `1.234,50`. */
export function writeNumber(decimal: string): string {
  const [whole = "", decimals = ""] = decimal.split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ".")},${decimals}`;
}

/** `NL13 TEST 0123 4567 89` */
export function writeIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, "$1\u00A0");
}
