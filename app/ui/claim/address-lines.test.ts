import { expect, test } from "vitest";
import { addressLines } from "./address-lines.ts";

const NONE = { street: null, houseNumber: null, addressLine2: null, postalCode: null, city: null, country: null };

test("an address here", () => {
  const address = { ...NONE, street: "Molenweg", houseNumber: "8b", postalCode: "1234GH", city: "Ons Dorp", country: "NL" }; // prettier-ignore
  expect(addressLines(address, "nl")).toEqual(["Molenweg 8b", "1234\u00a0GH Ons Dorp"]);
  expect(addressLines({ ...address, addressLine2: "Achterhuis" }, "nl")[1]).toBe("Achterhuis");
});

test("an address abroad names the country in the reader's language", () => {
  const address = {
    ...NONE,
    street: "Rue Haute",
    houseNumber: "3",
    postalCode: "1000",
    city: "Brussel",
    country: "BE",
  };
  expect(addressLines(address, "nl")).toEqual(["Rue Haute 3", "1000 Brussel", "België"]);
  expect(addressLines(address, "en").at(-1)).toBe("Belgium");
});

test("what is not known leaves no line", () => {
  expect(addressLines(NONE, "nl")).toEqual([]);
  expect(addressLines({ ...NONE, city: "Ons Dorp" }, "nl")).toEqual(["Ons Dorp"]);
});
