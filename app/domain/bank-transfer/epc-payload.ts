import { LARGEST_AMOUNT, toDecimal, type Cents } from "../money.ts";
import { err, ok, type Result } from "../result.ts";
import { parseCreditorReference } from "./creditor-reference.ts";
import { parseIban, type IbanError } from "./iban.ts";

/** One reference or one text, never both: banks show only one of them. */
export type EpcRemittance = { readonly creditorReference: string } | { readonly text: string };

export type EpcTransfer = {
  /** The account holder as the bank knows it, not a trade name: banks compare it with the IBAN. */
  readonly beneficiary: string;
  readonly iban: string;
  /** null leaves the amount to the payer. */
  readonly amount: Cents | null;
  readonly remittance: EpcRemittance | null;
  /** A line for the payer alone, shown before they confirm. */
  readonly information?: string;
  /** "001" where the account is outside the EEA; it then needs the BIC. */
  readonly version?: "001" | "002";
  readonly bic?: string;
};

export type EpcError =
  | { readonly kind: "beneficiary_missing" }
  | { readonly kind: "beneficiary_too_long"; readonly longest: 70 }
  | IbanError
  | { readonly kind: "amount_too_small" }
  | { readonly kind: "amount_too_large"; readonly largest: Cents }
  | { readonly kind: "not_a_creditor_reference" }
  | { readonly kind: "text_missing" }
  | { readonly kind: "text_too_long"; readonly longest: 140 }
  | { readonly kind: "information_too_long"; readonly longest: 70 }
  | { readonly kind: "control_character" }
  | { readonly kind: "bic_missing" }
  | { readonly kind: "not_a_bic" }
  | { readonly kind: "payload_too_long"; readonly longest: 331; readonly actual: number };

/**
 * The text of a QR code for a SEPA credit transfer, which a bank app fills in for the payer: EPC069-12, UTF-8,
 * lines ended by LF, nothing after the last element used. To be encoded as bytes, error correction M, version 13 or less.
 */
export function epcPayload(transfer: EpcTransfer): Result<string, EpcError> {
  const fault = limitFault(transfer);
  if (fault) return err(fault);
  const account = parseIban(transfer.iban);
  if (!account.ok) return account;
  const remittance = remittanceLines(transfer.remittance);
  if (!remittance.ok) return remittance;

  const lines = [
    "BCD",
    transfer.version ?? "002",
    "1",
    "SCT",
    transfer.bic ?? "",
    transfer.beneficiary,
    account.value,
    transfer.amount === null ? "" : `EUR${toDecimal(transfer.amount)}`,
    "",
    ...remittance.value,
    transfer.information ?? "",
  ];
  const payload = lines.join("\n").replace(/\n+$/, "");
  const actual = utf8Length(payload);
  return actual > 331 ? err({ kind: "payload_too_long", longest: 331, actual }) : ok(payload);
}

function limitFault({ beneficiary, amount, information = "", version, bic }: EpcTransfer): EpcError | null {
  if (beneficiary.trim() === "") return { kind: "beneficiary_missing" };
  if (characters(beneficiary) > 70) return { kind: "beneficiary_too_long", longest: 70 };
  if (characters(information) > 70) return { kind: "information_too_long", longest: 70 };
  if (hasControlCharacter(beneficiary) || hasControlCharacter(information)) return { kind: "control_character" };
  if (amount !== null && amount < 1n) return { kind: "amount_too_small" };
  if (amount !== null && amount > LARGEST_AMOUNT) return { kind: "amount_too_large", largest: LARGEST_AMOUNT };
  if (version === "001" && bic === undefined) return { kind: "bic_missing" };
  if (bic !== undefined && !/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic)) return { kind: "not_a_bic" };
  return null;
}

function remittanceLines(remittance: EpcRemittance | null): Result<[structured: string, text: string], EpcError> {
  if (remittance === null) return ok(["", ""]);
  if ("creditorReference" in remittance) {
    const reference = parseCreditorReference(remittance.creditorReference);
    return reference.ok ? ok([reference.value, ""]) : reference;
  }
  if (remittance.text.trim() === "") return err({ kind: "text_missing" });
  if (characters(remittance.text) > 140) return err({ kind: "text_too_long", longest: 140 });
  if (hasControlCharacter(remittance.text)) return err({ kind: "control_character" });
  return ok(["", remittance.text]);
}

function characters(text: string): number {
  return [...text].length;
}

/** A line break inside an element would let its rest be read as the next element. */
function hasControlCharacter(text: string): boolean {
  return /[\p{Cc}\u2028\u2029]/u.test(text);
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}
