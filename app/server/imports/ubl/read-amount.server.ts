import { asCents, LARGEST_AMOUNT, type Cents } from "#app/domain/money.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { UblErrorCode } from "./ubl-reading.server.ts";

const LONGEST = 40;

type AmountFault = { readonly code: UblErrorCode; readonly message: string };

/**
 * An `xs:decimal` in whole cents, its sign kept: `"729"`, `"1436.5"`, `"200.000"`. Never rounds: more than two decimals
 * that are not zero are refused (EN 16931 allows two), and so is more than the portal accepts.
 */
export function readAmount(text: string): Result<Cents, AmountFault> {
  if (text.length > LONGEST) return err({ code: "not_an_amount", message: "This is too long for an amount." });
  const [, sign, whole = "", decimals = ""] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
  if (sign === undefined || whole + decimals === "") {
    return err({ code: "not_an_amount", message: `"${text}" is not an amount.` });
  }
  const significant = decimals.replace(/0+$/, "");
  if (significant.length > 2) {
    return err({ code: "amount_not_in_cents", message: "The amount has more than two decimals." });
  }
  const digits = whole.replace(/^0+/, "");
  const amount = digits.length > 12 ? null : BigInt(digits + significant.padEnd(2, "0"));
  if (amount === null || amount > LARGEST_AMOUNT) {
    return err({ code: "amount_too_large", message: "The amount is larger than 999,999,999.99." });
  }
  return ok(asCents(sign === "-" ? -amount : amount));
}
