import { readPartyName, readVatNumber } from "./read-supplier.server.ts";
import { elementAt, elementsAt, plainText, textAt } from "./ubl-path.server.ts";
import type { XmlElement } from "./xml-element.server.ts";

/** What stands on an invoice or credit note, as it stands there: days and numbers are still the text of the file. */
export type InvoiceContent = {
  readonly kind: "invoice" | "credit_note";
  readonly number: string;
  readonly issuedOn: string | undefined;
  readonly dueOn: string | undefined;
  readonly credits: string | undefined;
  readonly order: string | undefined;
  readonly period: Period | undefined;
  readonly note: string | undefined;
  readonly paymentTerms: string | undefined;
  readonly seller: Party | undefined;
  readonly buyer: Party | undefined;
  readonly lines: readonly Line[];
  readonly charges: readonly Charge[];
  readonly vat: readonly VatPart[];
  readonly totals: Totals;
};

export type Period = { readonly from: string | undefined; readonly until: string | undefined };

export type Party = {
  readonly name: string | undefined;
  /** Where it differs from the registered name. */
  readonly tradeName: string | undefined;
  readonly addressLines: readonly string[];
  readonly customerNumber: string | undefined;
  readonly companyNumber: string | undefined;
  readonly vatNumber: string | undefined;
  readonly phone: string | undefined;
  readonly email: string | undefined;
};

export type Line = {
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly note: string | undefined;
  readonly period: Period | undefined;
  readonly quantity: string | undefined;
  /** UN/ECE Recommendation 20. */
  readonly unit: string | undefined;
  readonly price: string | undefined;
  /** How many units the price is for, where it is not for one. */
  readonly priceFor: string | undefined;
  readonly charges: readonly Charge[];
  /** Without VAT, after what was added and taken off. */
  readonly net: string | undefined;
  readonly vatPercent: string | undefined;
};

/** Added to the bill, or taken off it. */
export type Charge = {
  readonly adds: boolean;
  readonly reason: string | undefined;
  readonly amount: string | undefined;
};

export type VatPart = {
  readonly percent: string | undefined;
  readonly base: string | undefined;
  readonly amount: string | undefined;
  readonly exemption: string | undefined;
};

export type Totals = {
  readonly withoutVat: string | undefined;
  readonly withVat: string | undefined;
  readonly prepaid: string | undefined;
  readonly rounding: string | undefined;
  readonly payable: string | undefined;
};

const CHAMBER_OF_COMMERCE = /^(?:0106|NL:KVK)$/i;

/** Reads an `Invoice` or `CreditNote` for people. A citizen service number is not read, nor is a buyer's VAT number. */
export function readInvoiceContent(root: XmlElement, kind: InvoiceContent["kind"]): InvoiceContent {
  const line = root.name === "CreditNote" ? "cac:CreditNoteLine" : "cac:InvoiceLine";
  return {
    kind,
    number: textAt(root, "cbc:ID") ?? "",
    issuedOn: textAt(root, "cbc:IssueDate"),
    dueOn: textAt(root, "cbc:DueDate") ?? textAt(root, "cac:PaymentMeans/cbc:PaymentDueDate"),
    credits: textAt(root, "cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID"),
    order: textAt(root, "cac:OrderReference/cbc:ID"),
    period: readPeriod(root),
    note: textAt(root, "cbc:Note"),
    paymentTerms: textAt(root, "cac:PaymentTerms/cbc:Note"),
    seller: readParty(root, "cac:AccountingSupplierParty"),
    buyer: readParty(root, "cac:AccountingCustomerParty"),
    lines: elementsAt(root, line).map(readLine),
    charges: readCharges(root),
    vat: readVat(root),
    totals: {
      withoutVat: textAt(root, "cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount"),
      withVat: textAt(root, "cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount"),
      prepaid: textAt(root, "cac:LegalMonetaryTotal/cbc:PrepaidAmount"),
      rounding: textAt(root, "cac:LegalMonetaryTotal/cbc:PayableRoundingAmount"),
      payable: textAt(root, "cac:LegalMonetaryTotal/cbc:PayableAmount"),
    },
  };
}

function readParty(root: XmlElement, role: "cac:AccountingSupplierParty" | "cac:AccountingCustomerParty") {
  const party = elementAt(root, `${role}/cac:Party`);
  if (!party) return undefined;
  const isSeller = role === "cac:AccountingSupplierParty";
  const name = readPartyName(party);
  const tradeName = textAt(party, "cac:PartyName/cbc:Name");
  const legalNumbers = elementsAt(party, "cac:PartyLegalEntity/cbc:CompanyID");
  const numbers = elementsAt(party, "cac:PartyIdentification/cbc:ID").filter(({ attributes }) => !attributes.get("schemeID")); // prettier-ignore
  const companyNumber = legalNumbers.find(({ attributes }) => CHAMBER_OF_COMMERCE.test(attributes.get("schemeID") ?? "")); // prettier-ignore
  return {
    name,
    tradeName: tradeName === name ? undefined : tradeName,
    addressLines: readAddressLines(party),
    customerNumber: isSeller ? undefined : (textAt(root, `${role}/cbc:SupplierAssignedAccountID`) ?? numbers.map(plainText).find(Boolean)), // prettier-ignore
    companyNumber: companyNumber && plainText(companyNumber),
    vatNumber: isSeller ? readVatNumber(party) : undefined,
    phone: isSeller ? textAt(party, "cac:Contact/cbc:Telephone") : undefined,
    email: isSeller ? textAt(party, "cac:Contact/cbc:ElectronicMail") : undefined,
  };
}

function readAddressLines(party: XmlElement): string[] {
  const address = elementAt(party, "cac:PostalAddress");
  if (!address) return [];
  const joined = (...paths: string[]) => paths.flatMap((path) => textAt(address, path) ?? []).join(" ");
  const country = textAt(address, "cac:Country/cbc:IdentificationCode");
  return [
    joined("cbc:StreetName", "cbc:BuildingNumber"),
    joined("cbc:AdditionalStreetName"),
    ...elementsAt(address, "cac:AddressLine/cbc:Line").map(plainText),
    joined("cbc:PostalZone", "cbc:CityName"),
    country === undefined || country.toUpperCase() === "NL" ? "" : country,
  ].filter((line) => line !== "");
}

function readLine(line: XmlElement): Line {
  const quantity = elementAt(line, "cbc:InvoicedQuantity") ?? elementAt(line, "cbc:CreditedQuantity");
  const name = textAt(line, "cac:Item/cbc:Name");
  const description = textAt(line, "cac:Item/cbc:Description");
  return {
    name: name ?? description,
    description: name === undefined || description === name ? undefined : description,
    note: textAt(line, "cbc:Note"),
    period: readPeriod(line),
    quantity: quantity && plainText(quantity),
    unit: quantity?.attributes.get("unitCode"),
    price: textAt(line, "cac:Price/cbc:PriceAmount"),
    priceFor: textAt(line, "cac:Price/cbc:BaseQuantity"),
    charges: readCharges(line),
    net: textAt(line, "cbc:LineExtensionAmount"),
    vatPercent: textAt(line, "cac:Item/cac:ClassifiedTaxCategory/cbc:Percent"),
  };
}

function readPeriod(of: XmlElement): Period | undefined {
  const from = textAt(of, "cac:InvoicePeriod/cbc:StartDate");
  const until = textAt(of, "cac:InvoicePeriod/cbc:EndDate");
  return from === undefined && until === undefined ? undefined : { from, until };
}

function readCharges(of: XmlElement): Charge[] {
  return elementsAt(of, "cac:AllowanceCharge").map((charge) => ({
    adds: textAt(charge, "cbc:ChargeIndicator") === "true",
    reason: textAt(charge, "cbc:AllowanceChargeReason"),
    amount: textAt(charge, "cbc:Amount"),
  }));
}

/** By rate, in euro: a second total may tell the same VAT in the currency of another country's tax office. */
function readVat(root: XmlElement): VatPart[] {
  const parts = elementsAt(root, "cac:TaxTotal/cac:TaxSubtotal");
  return parts
    .filter((part) => (elementAt(part, "cbc:TaxAmount")?.attributes.get("currencyID") ?? "EUR") === "EUR")
    .map((part) => ({
      percent: textAt(part, "cac:TaxCategory/cbc:Percent") ?? textAt(part, "cbc:Percent"),
      base: textAt(part, "cbc:TaxableAmount"),
      amount: textAt(part, "cbc:TaxAmount"),
      exemption: textAt(part, "cac:TaxCategory/cbc:TaxExemptionReason"),
    }));
}
