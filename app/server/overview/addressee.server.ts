/** Column of the overview's query: to whom the claims are addressed. */
export const ADDRESSEE_COLUMN = `
  json_build_object('name', d.name, 'street', d.street, 'houseNumber', d.house_number, 'addressLine2', d.address_line2,
    'postalCode', d.postal_code, 'city', d.city, 'country', d.country) AS addressee`;

/** What the column answers. */
export type AddresseeRow = {
  readonly name: string;
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly addressLine2: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  /** ISO 3166-1, two letters. */
  readonly country: string | null;
};
