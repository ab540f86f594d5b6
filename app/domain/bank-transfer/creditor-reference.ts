import { err, ok, type Result } from "../result.ts";
import { checkDigits97, passesMod97 } from "./mod-97.ts";
import { compactCode, printInFours } from "./written-code.ts";

declare const creditorReference: unique symbol;

/** A creditor reference with right check digits (ISO 11649), `"RF18539007547034"`: capitals, no spaces. */
export type CreditorReference = string & { readonly [creditorReference]: true };

/**
 * The creditor reference of a creditor's own reference of 1 to 21 letters and digits.
 * Refuses every other character instead of dropping it: "2026-1" and "20261" must not become the same payment.
 */
export function makeCreditorReference(own: string): Result<CreditorReference, { kind: "not_letters_and_digits" }> {
  const body = compactCode(own);
  if (!/^[A-Z0-9]{1,21}$/.test(body)) return err({ kind: "not_letters_and_digits" });
  return ok(`RF${checkDigits97(body, "RF")}${body}` as CreditorReference);
}

/** Reads a creditor reference in any spacing and case. */
export function parseCreditorReference(text: string): Result<CreditorReference, { kind: "not_a_creditor_reference" }> {
  const compact = compactCode(text);
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(compact) || !passesMod97(compact)) {
    return err({ kind: "not_a_creditor_reference" });
  }
  return ok(compact as CreditorReference);
}

/** `RF18 5390 0754 7034` */
export function printCreditorReference(reference: CreditorReference): string {
  return printInFours(reference);
}
