import { parsePhoneNumberFromString } from "libphonenumber-js";
import { noteError, noteWarning } from "./note-finding.server.ts";
import { readAddress } from "./read-address.server.ts";
import { readPartyName, readVatNumber } from "./read-supplier.server.ts";
import type { DebtorBody } from "./ubl-claim.server.ts";
import { elementAt, elementsAt, plainText, textAt } from "./ubl-path.server.ts";
import type { UblFindings } from "./ubl-reading.server.ts";
import type { XmlElement } from "./xml-element.server.ts";

const CUSTOMER = "cac:AccountingCustomerParty";
const PARTY = `${CUSTOMER}/cac:Party`;
const LEGAL_NUMBER = `${PARTY}/cac:PartyLegalEntity/cbc:CompanyID`;
const IDENTIFICATION = `${PARTY}/cac:PartyIdentification/cbc:ID`;
const CHAMBER_OF_COMMERCE_OR_GOVERNMENT = /^(?:0106|0190|NL:(?:KVK|OINO?))$/i;
const CITIZEN_NUMBER = /BSN/i;
const EMAIL_SHAPE = /^[^\s@<>"(),:;[\]\\]{1,64}@(?:[\p{L}\d](?:[\p{L}\d-]{0,62})\.)+\p{L}{2,63}$/u;
const LONGEST_NAME = 200;

/**
 * Who owes the invoice; undefined, with an error noted, where nobody is named.
 *
 * A company where the customer has a company number of any register, also when it stands in its party identification
 * under the scheme of the Chamber of Commerce (0106) or of government bodies (0190), or a VAT number: who is invoiced
 * under a VAT number buys as a business. All others are persons. A citizen service number is never taken over.
 */
export function readDebtor(root: XmlElement, findings: UblFindings): DebtorBody | undefined {
  const party = elementAt(root, PARTY);
  const name = party && readPartyName(party);
  if (!party || name === undefined) {
    noteError(findings, {
      root,
      field: `${PARTY}/cac:PartyName/cbc:Name`,
      code: "missing",
      message: "The customer has no name.",
    });
    return undefined;
  }
  if (name.length > LONGEST_NAME) {
    const field = `${PARTY}/cac:PartyName/cbc:Name`;
    noteError(findings, {
      root,
      field,
      code: "text_too_long",
      message: "The customer's name is longer than 200 characters.",
    });
    return undefined;
  }
  const companyNumber = readCompanyNumber(root, findings);
  const isCompany = companyNumber !== undefined || readVatNumber(party) !== undefined;
  const reference = readReference(root);
  const email = readEmail(root, findings);
  const phone = readPhone(root, findings);
  const address = readAddress(root, findings);
  return {
    ...(reference === undefined ? {} : { reference }),
    type: isCompany ? "company" : "person",
    name,
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...(address === undefined ? {} : { address }),
    ...(companyNumber === undefined ? {} : { companyNumber }),
  };
}

function readCompanyNumber(root: XmlElement, findings: UblFindings): string | undefined {
  const legal = elementsAt(root, LEGAL_NUMBER);
  const identified = elementsAt(root, IDENTIFICATION).filter((element) =>
    CHAMBER_OF_COMMERCE_OR_GOVERNMENT.test(schemeOf(element)),
  );
  for (const element of [...legal, ...identified]) {
    const number = plainText(element);
    if (CITIZEN_NUMBER.test(schemeOf(element))) {
      const message = "A citizen service number is not taken over.";
      noteWarning(findings, { root, field: LEGAL_NUMBER, element, code: "citizen_number_ignored", message });
    } else if (number !== "" && number.length <= 50) {
      return number;
    }
  }
  return undefined;
}

/** The number under which the creditor knows the customer: an identifier of no register, so without a scheme. */
function readReference(root: XmlElement): string | undefined {
  const own = elementsAt(root, IDENTIFICATION).filter((element) => schemeOf(element) === "");
  const candidates = [textAt(root, `${CUSTOMER}/cbc:SupplierAssignedAccountID`), ...own.map(plainText)];
  return candidates.find((reference) => reference !== undefined && reference !== "" && reference.length <= 100);
}

function readEmail(root: XmlElement, findings: UblFindings): string | undefined {
  const field = `${PARTY}/cac:Contact/cbc:ElectronicMail`;
  const endpoint = elementsAt(root, `${PARTY}/cbc:EndpointID`).find((element) => schemeOf(element) === "EM");
  const email = textAt(root, field) ?? textAt(root, `${CUSTOMER}/cac:AccountingContact/cbc:ElectronicMail`);
  const found = email ?? (endpoint && plainText(endpoint));
  if (!found) return undefined;
  if (found.length <= 254 && EMAIL_SHAPE.test(found)) return found;
  noteWarning(findings, {
    root,
    field,
    code: "email_ignored",
    message: "This is not an e-mail address; it is left out.",
  });
  return undefined;
}

function readPhone(root: XmlElement, findings: UblFindings): string | undefined {
  const field = `${PARTY}/cac:Contact/cbc:Telephone`;
  const found = textAt(root, field) ?? textAt(root, `${CUSTOMER}/cac:AccountingContact/cbc:Telephone`);
  if (found === undefined) return undefined;
  const phone = found.length <= 50 ? parsePhoneNumberFromString(found, "NL") : undefined;
  if (phone?.isValid()) return phone.number;
  noteWarning(findings, {
    root,
    field,
    code: "phone_ignored",
    message: "This is not a telephone number; it is left out.",
  });
  return undefined;
}

const schemeOf = (element: XmlElement): string => element.attributes.get("schemeID")?.trim() ?? "";
