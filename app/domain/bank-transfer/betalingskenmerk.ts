import { err, ok, type Result } from "../result.ts";
import { compactCode, printInFours } from "./written-code.ts";

declare const betalingskenmerk: unique symbol;

/** A Dutch payment reference of 7, 9 to 14 or 16 digits, check digit right where it has one; no spaces. */
export type Betalingskenmerk = string & { readonly [betalingskenmerk]: true };

const WEIGHTS = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1];

/** The 16 digit form of a number of at most 15 digits: zeros in front, and the check digit before those. */
export function makeBetalingskenmerk(number: string): Result<Betalingskenmerk, { kind: "not_up_to_15_digits" }> {
  if (!/^\d{1,15}$/.test(number)) return err({ kind: "not_up_to_15_digits" });
  const body = number.padStart(15, "0");
  return ok(`${checkDigit(body)}${body}` as Betalingskenmerk);
}

/**
 * Reads a payment reference in any spacing. 7 digits carry no check; 9 to 14 begin with the check digit and the
 * number of digits that follow (10, 11, 12 written 0, 1, 2); 16 begin with the check digit.
 */
export function parseBetalingskenmerk(text: string): Result<Betalingskenmerk, { kind: "not_a_betalingskenmerk" }> {
  const digits = compactCode(text);
  if (!/^(\d{7}|\d{9,14}|\d{16})$/.test(digits)) return err({ kind: "not_a_betalingskenmerk" });
  if (digits.length > 7 && digits[0] !== checkDigit(digits.slice(1))) return err({ kind: "not_a_betalingskenmerk" });
  if (digits.length > 7 && digits.length < 16 && digits[1] !== String((digits.length - 2) % 10)) {
    return err({ kind: "not_a_betalingskenmerk" });
  }
  return ok(digits as Betalingskenmerk);
}

/** `5000 0567 8901 2345` */
export function printBetalingskenmerk(reference: Betalingskenmerk): string {
  return printInFours(reference);
}

function checkDigit(digits: string): string {
  let total = 0;
  for (let index = 0; index < digits.length; index += 1) {
    total += Number(digits[digits.length - 1 - index]) * (WEIGHTS[index % WEIGHTS.length] ?? 0);
  }
  const check = 11 - (total % 11);
  if (check === 10) return "1";
  return check === 11 ? "0" : String(check);
}
