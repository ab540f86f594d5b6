import type { Language } from "#app/i18n/languages.ts";
import type { AddresseeView } from "./claim-view.ts";

/** An address as it stands on an envelope, without the name; a country only where it is another than ours. */
export function addressLines(address: Omit<AddresseeView, "name">, language: Language): string[] {
  const { street, houseNumber, addressLine2, postalCode, city, country } = address;
  const abroad = country !== null && country !== "NL";
  return [
    joined(street, houseNumber),
    joined(addressLine2),
    joined(abroad ? postalCode : spaced(postalCode), city),
    abroad ? countryName(country, language) : "",
  ].filter((line) => line !== "");
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(" ");
}

/** `1234AB` is written `1234 AB`. */
function spaced(postalCode: string | null): string | null {
  return postalCode?.replace(/^(\d{4}) ?([A-Z]{2})$/, "$1\u00a0$2") ?? null;
}

function countryName(code: string, language: Language): string {
  return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code) : code;
}
