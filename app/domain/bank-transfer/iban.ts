import { err, ok, type Result } from "../result.ts";
import { IBAN_LENGTHS } from "./iban-lengths.ts";
import { passesMod97 } from "./mod-97.ts";
import { compactCode, printInFours } from "./written-code.ts";

declare const iban: unique symbol;

/** An account number with right check digits (ISO 13616), `"NL91ABNA0417164300"`: capitals, no spaces. */
export type Iban = string & { readonly [iban]: true };

export type IbanError =
  | { readonly kind: "unreadable_iban" }
  | { readonly kind: "unknown_iban_country"; readonly country: string }
  | { readonly kind: "wrong_iban_length"; readonly expected: number; readonly actual: number }
  | { readonly kind: "wrong_iban_check_digits" };

/** Reads an IBAN in any spacing and case. A right one may still belong to nobody: only the bank knows. */
export function parseIban(text: string): Result<Iban, IbanError> {
  const compact = compactCode(text);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]*$/.test(compact)) return err({ kind: "unreadable_iban" });
  const country = compact.slice(0, 2);
  const expected = IBAN_LENGTHS.get(country);
  if (expected === undefined) return err({ kind: "unknown_iban_country", country });
  if (compact.length !== expected) return err({ kind: "wrong_iban_length", expected, actual: compact.length });
  if (country === "NL" && !/^NL\d{2}[A-Z]{4}\d{10}$/.test(compact)) return err({ kind: "unreadable_iban" });
  if (!passesMod97(compact)) return err({ kind: "wrong_iban_check_digits" });
  return ok(compact as Iban);
}

/** `NL91 ABNA 0417 1643 00` */
export function printIban(account: Iban): string {
  return printInFours(account);
}

/** Enough to recognise one's own account, too little to use: `NL•• •••• •••• ••43 00`. */
export function maskIban(account: Iban): string {
  return printInFours(account.slice(0, 2) + "•".repeat(account.length - 6) + account.slice(-4));
}
