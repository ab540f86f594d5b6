const WITH_NUMBER = /^(.*\p{L}.*?)[\s,]+(\d{1,5}(?:\s?\p{L}{1,4}|\s?[-/]\s?[\p{L}\d]{1,4})?)$/u;
const NUMBER_ALONE = /^\d{1,5}(?:\s?\p{L}{1,4}|\s?[-/]\s?[\p{L}\d]{1,4})?$/u;

export type StreetLine = { readonly street: string; readonly houseNumber?: string };

/**
 * A street and its house number as the Dutch write them, number last with its addition: `"Dorpsstraat 1a"`,
 * `"Kade 12-3"`, `"Singel 20 hs"`. The number may also have come on its own, in `buildingNumber` or as the additional
 * line. Any other additional line stays with the street, so that a letter still arrives.
 */
export function splitStreet(input: { street: string; additional?: string; buildingNumber?: string }): StreetLine {
  const { street, additional, buildingNumber } = input;
  if (buildingNumber !== undefined) return { street: withAddition(street, additional), houseNumber: buildingNumber };
  if (additional !== undefined && NUMBER_ALONE.test(additional) && !WITH_NUMBER.test(street)) {
    return { street, houseNumber: additional };
  }
  const [, name, houseNumber] = WITH_NUMBER.exec(street) ?? [];
  if (name === undefined || houseNumber === undefined) return { street: withAddition(street, additional) };
  return { street: withAddition(name, additional), houseNumber };
}

const withAddition = (street: string, additional: string | undefined): string =>
  additional === undefined ? street : `${street}, ${additional}`;
