import { cutWhole } from "#app/server/platform/text/cut-whole.server.ts";
import { asCents, toDecimal, type Cents } from "#app/domain/money.ts";
import { noteError, noteWarning } from "./note-finding.server.ts";
import { readAmount } from "./read-amount.server.ts";
import { elementAt, elementsAt, plainText, textAt } from "./ubl-path.server.ts";
import type { UblErrorCode, UblFindings } from "./ubl-reading.server.ts";
import type { XmlElement } from "./xml-element.server.ts";

const PAYABLE = "cac:LegalMonetaryTotal/cbc:PayableAmount";
const CREDITED = "cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID";
const CORRECTION = "384";
/** Type codes of UNTDED 1001 that make an `Invoice` a credit note. */
const CREDIT_TYPES = new Set(["81", "83", "381", "396", "532"]);

/** What the document asks or gives back, in euro above zero, `"120.00"`. */
export type Payable =
  | { readonly kind: "invoice"; readonly amount: string }
  | { readonly kind: "credit_note"; readonly amount: string; readonly creditsInvoice: string | null };

/**
 * The amount that is really still to be paid (what was prepaid is off already), or that is credited: by a credit note,
 * by an invoice of a credit type, or by a negative invoice that names the invoice it credits.
 * Undefined, with an error noted, where it is nothing, not in euro, not in whole cents, or cannot be told apart.
 */
export function readPayable(root: XmlElement, findings: UblFindings): Payable | undefined {
  const refuse = (code: UblErrorCode, message: string, field = PAYABLE): undefined => {
    noteError(findings, { root, field, code, message });
    return undefined;
  };
  const element = elementAt(root, PAYABLE);
  if (!element) return refuse("missing", "The payable amount is missing.");
  if (!isInEuro(root, element, findings)) return undefined;
  const read = readAmount(plainText(element));
  if (!read.ok) return refuse(read.error.code, read.error.message);
  const amount = read.value;

  const isCreditNote = root.name === "CreditNote";
  const isCreditType = CREDIT_TYPES.has(textAt(root, "cbc:InvoiceTypeCode") ?? "");
  if (isCreditNote || isCreditType) {
    if (amount === 0n) return refuse("nothing_to_credit", "Nothing is credited.");
    if (isCreditNote && amount < 0n)
      return refuse("negative_credit_note", "A credit note below zero asks for money; send an invoice.");
    if (amount < 0n) {
      const message = "An invoice of a credit type below zero is read as a credit.";
      noteWarning(findings, { root, field: PAYABLE, code: "credit_sign_assumed", message });
    }
    return readCredit(root, amount, findings);
  }
  if (amount === 0n) return refuse("nothing_to_pay", "Nothing is left to pay.");
  if (amount > 0n) {
    warnOfCorrection(root, findings);
    return { kind: "invoice", amount: toDecimal(amount) };
  }
  if (!textAt(root, CREDITED)) {
    return refuse("negative_without_invoice", "The amount is below zero and no invoice is named that it would credit.");
  }
  return readCredit(root, amount, findings);
}

function isInEuro(root: XmlElement, payable: XmlElement, findings: UblFindings): boolean {
  const document = textAt(root, "cbc:DocumentCurrencyCode");
  const currency = payable.attributes.get("currencyID")?.trim() || document;
  const wrong = [currency, document].find((code) => code !== undefined && code !== "EUR");
  if (currency !== undefined && wrong === undefined) return true;
  const field = wrong !== undefined && wrong !== currency ? "cbc:DocumentCurrencyCode" : PAYABLE;
  const message = wrong === undefined ? "The currency is missing." : `The currency is ${cutWhole(wrong, 10)}, not EUR.`;
  noteError(findings, { root, field, code: wrong === undefined ? "missing" : "currency_not_eur", message });
  return false;
}

function readCredit(root: XmlElement, amount: Cents, findings: UblFindings): Payable | undefined {
  const named = new Set(
    elementsAt(root, CREDITED)
      .map(plainText)
      .filter((number) => number !== ""),
  );
  if (named.size > 1) {
    const message = "The credit note names several invoices and does not say how much is for which.";
    noteError(findings, { root, field: CREDITED, code: "credits_several_invoices", message });
    return undefined;
  }
  const [creditsInvoice = null] = named;
  return { kind: "credit_note", amount: toDecimal(asCents(amount < 0n ? -amount : amount)), creditsInvoice };
}

function warnOfCorrection(root: XmlElement, findings: UblFindings): void {
  if (textAt(root, "cbc:InvoiceTypeCode") !== CORRECTION) return;
  const message = "This invoice corrects an earlier one; credit that one where it is no longer owed.";
  noteWarning(findings, { root, field: CREDITED, code: "corrects_invoice", message });
}
