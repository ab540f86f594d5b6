import { elementAt, elementsAt, plainText, textAt } from "./ubl-path.server.ts";
import type { UblSupplier } from "./ubl-reading.server.ts";
import type { XmlElement } from "./xml-element.server.ts";

const IBAN_SHAPE = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** Who sent the invoice, to hold against the creditor who imports it. What is missing is left empty. */
export function readSupplier(root: XmlElement): UblSupplier {
  const party = elementAt(root, "cac:AccountingSupplierParty/cac:Party");
  const companyNumber = party && textAt(party, "cac:PartyLegalEntity/cbc:CompanyID");
  const vatNumber = party && readVatNumber(party);
  return {
    name: (party && readPartyName(party)) ?? "",
    ...(companyNumber === undefined ? {} : { companyNumber }),
    ...(vatNumber === undefined ? {} : { vatNumber }),
    ibans: readIbans(root),
  };
}

/** The registered name, else the trading name, else the name of a natural person. */
export function readPartyName(party: XmlElement): string | undefined {
  const registered =
    textAt(party, "cac:PartyLegalEntity/cbc:RegistrationName") ?? textAt(party, "cac:PartyName/cbc:Name");
  if (registered !== undefined) return registered;
  const person = ["FirstName", "MiddleName", "FamilyName"].flatMap(
    (part) => textAt(party, `cac:Person/cbc:${part}`) ?? [],
  );
  return person.length === 0 ? undefined : person.join(" ");
}

/** The VAT identification number without dots and spaces; other tax numbers are passed over. */
export function readVatNumber(party: XmlElement): string | undefined {
  for (const scheme of elementsAt(party, "cac:PartyTaxScheme")) {
    const tax = textAt(scheme, "cac:TaxScheme/cbc:ID") ?? "VAT";
    const number = textAt(scheme, "cbc:CompanyID")?.replace(/[\s.]/g, "").toUpperCase();
    if (tax.toUpperCase() === "VAT" && number) return number;
  }
  return undefined;
}

function readIbans(root: XmlElement): string[] {
  const accounts = elementsAt(root, "cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID");
  const ibans = accounts.map((account) => plainText(account).replaceAll(" ", "").toUpperCase());
  return [...new Set(ibans)].filter((iban) => IBAN_SHAPE.test(iban));
}
