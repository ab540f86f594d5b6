import { expect, test } from "vitest";
import { type DebtorDetails, debtorDiffers } from "./debtor-differs.ts";

const NOTHING: DebtorDetails = { name: null, companyNumber: null, email: null, phone: null, street: null, houseNumber: null, addressLine2: null, postalCode: null, city: null, country: null }; // prettier-ignore

const KNOWN: DebtorDetails = {
  ...NOTHING,
  name: "J. de Vries",
  email: "j@example.nl",
  street: "Dorpsstraat",
  houseNumber: "1",
  postalCode: "1234AB",
  city: "Ons Dorp",
  country: "NL",
};

const pathsOf = (given: Partial<DebtorDetails>) => debtorDiffers(KNOWN, { ...NOTHING, ...given }).map(({ path }) => path.join(".")); // prettier-ignore

test.each<[Partial<DebtorDetails>, string[]]>([
  [{ name: "K. Bakker" }, ["debtor.name"]],
  [{ name: "K. Bakker", email: "k@example.nl" }, ["debtor.name", "debtor.email"]],
  [{ name: "J. de Vries", street: "Molenweg", houseNumber: "8", postalCode: "9999ZZ" }, ["debtor.address.street"]],
  [{ street: "Dorpsstraat", houseNumber: "2" }, ["debtor.address.street"]],
  [{ street: "Dorpsstraat", houseNumber: "1", postalCode: "9999ZZ", city: "Elders" }, ["debtor.address.postalCode"]],
  [{ country: "BE" }, ["debtor.address.country"]],
])("%j differs from what is known", (given, paths) => {
  expect(pathsOf(given)).toEqual(paths);
});

test.each<Partial<DebtorDetails>>([
  {},
  KNOWN,
  { name: "j. de  vries", email: "J@Example.nl" },
  { street: "Dorpsstraat 1", postalCode: "1234 ab", city: "ONS DORP" },
  { phone: "+31612345678", companyNumber: "12345678" },
])("%j does not", (given) => {
  expect(pathsOf(given)).toEqual([]);
});

test("a difference is something to think about, without an amount", () => {
  expect(debtorDiffers(KNOWN, { ...NOTHING, name: "K. Bakker" })).toEqual([{ path: ["debtor", "name"], code: "debtor_differs", allowed: null }]); // prettier-ignore
});
