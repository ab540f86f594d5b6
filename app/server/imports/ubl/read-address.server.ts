import { noteWarning } from "./note-finding.server.ts";
import { splitStreet } from "./split-street.server.ts";
import type { AddressBody } from "./ubl-claim.server.ts";
import { elementAt, textAt } from "./ubl-path.server.ts";
import type { UblFindings } from "./ubl-reading.server.ts";
import type { XmlElement } from "./xml-element.server.ts";

const ADDRESS = "cac:AccountingCustomerParty/cac:Party/cac:PostalAddress";
const LONGEST_PART = 200;

/** The debtor's postal address; undefined, with a warning, where street, postal code or city is missing. */
export function readAddress(root: XmlElement, findings: UblFindings): AddressBody | undefined {
  const address = elementAt(root, ADDRESS);
  if (!address) return undefined;
  const street = textAt(address, "cbc:StreetName") ?? textAt(address, "cac:AddressLine/cbc:Line");
  const postalCode = textAt(address, "cbc:PostalZone");
  const city = textAt(address, "cbc:CityName");
  const parts = [
    street,
    postalCode,
    city,
    textAt(address, "cbc:AdditionalStreetName"),
    textAt(address, "cbc:BuildingNumber"),
  ];
  const tooLong = parts.some((part) => part !== undefined && part.length > LONGEST_PART);
  if (street === undefined || postalCode === undefined || city === undefined || tooLong) {
    const message = "The address is left out: it needs a street, a postal code and a city.";
    noteWarning(findings, { root, field: ADDRESS, code: "address_incomplete", message });
    return undefined;
  }
  const additional = textAt(address, "cbc:AdditionalStreetName");
  const buildingNumber = textAt(address, "cbc:BuildingNumber");
  const country = readCountry(address);
  return {
    ...splitStreet({
      street,
      ...(additional === undefined ? {} : { additional }),
      ...(buildingNumber === undefined ? {} : { buildingNumber }),
    }),
    postalCode: country === "NL" ? writePostalCode(postalCode) : postalCode,
    city,
    country,
  };
}

function readCountry(address: XmlElement): string {
  const country = textAt(address, "cac:Country/cbc:IdentificationCode")?.toUpperCase() ?? "";
  return /^[A-Z]{2}$/.test(country) ? country : "NL";
}

/** A Dutch postal code as `1234AB`; one of another shape stays as it was. */
function writePostalCode(text: string): string {
  const [, digits, letters] = /^(\d{4}) ?([A-Za-z]{2})$/.exec(text) ?? [];
  return digits && letters ? digits + letters.toUpperCase() : text;
}
