import { expect, test } from "vitest";
import { splitStreet } from "./split-street.server.ts";

test.each([
  ["Teststraat 123", "Teststraat", "123"],
  ["Dorpsstraat 1a", "Dorpsstraat", "1a"],
  ["Dorpsstraat 1 a", "Dorpsstraat", "1 a"],
  ["Kade 12-3", "Kade", "12-3"],
  ["Marktplein 20-22", "Marktplein", "20-22"],
  ["1e Constantijn Huygensstraat 20 hs", "1e Constantijn Huygensstraat", "20 hs"],
  ["Plein 1940-1945 12", "Plein 1940-1945", "12"],
  ["Laan van 1813, 7", "Laan van 1813", "7"],
  ["'s-Gravenweg 5", "'s-Gravenweg", "5"],
  ["Postbus 5467", "Postbus", "5467"],
])("%s", (line, street, houseNumber) => {
  expect(splitStreet({ street: line })).toEqual({ street, houseNumber });
});

test.each([["Main street"], ["12 Main Street"], ["123"], ["Straat 123456"]])("%s has no house number", (street) => {
  expect(splitStreet({ street })).toEqual({ street });
});

test("a house number of its own stays as it is", () => {
  expect(splitStreet({ street: "Anystreet", additional: "Back door", buildingNumber: "8" })).toEqual({
    street: "Anystreet, Back door",
    houseNumber: "8",
  });
});

test("an additional line that is a house number is the house number", () => {
  expect(splitStreet({ street: "Dorpsstraat", additional: "12 b" })).toEqual({
    street: "Dorpsstraat",
    houseNumber: "12 b",
  });
});

test("another additional line stays with the street", () => {
  expect(splitStreet({ street: "Dorpsstraat 12", additional: "Unit C" })).toEqual({
    street: "Dorpsstraat, Unit C",
    houseNumber: "12",
  });
});
