import { expect, test } from "vitest";
import { changedFields, groupsOf, readChanges } from "./detail-fields.server.ts";
import { answersOf, readDetailsForm, typedDetails } from "./read-details-form.server.ts";

const NOTHING = { email: "", phone: "", street: "", houseNumber: "", addressLine2: "", postalCode: "", city: "" };
const TYPED = {
  email: " sanne@example.org ",
  phone: "06 12 34 56 78",
  street: "Molenweg",
  houseNumber: "8  a",
  addressLine2: "",
  postalCode: "1234gh",
  city: "Ons Dorp",
};
const READ = {
  email: "sanne@example.org",
  phone: "+31612345678",
  street: "Molenweg",
  houseNumber: "8 a",
  addressLine2: null,
  postalCode: "1234 GH",
  city: "Ons Dorp",
};

test("what is typed is read in one spelling", () => {
  expect(readDetailsForm(TYPED, null)).toEqual({ ok: true, value: READ });
});

test("nothing typed is nothing known", () => {
  const nothing = Object.fromEntries(Object.keys(NOTHING).map((field) => [field, null]));
  expect(readDetailsForm(NOTHING, "NL")).toEqual({ ok: true, value: nothing });
});

test("a postal code of another country is kept as it is", () => {
  const read = readDetailsForm({ ...TYPED, postalCode: "SW1A 1AA" }, "GB");
  expect(read.ok && read.value.postalCode).toBe("SW1A 1AA");
});

test.each([
  [{ email: "sanne" }, ["email email_wrong"]],
  [{ phone: "12" }, ["phone phone_wrong"]],
  [{ postalCode: "12345" }, ["postalCode postal_code_wrong"]],
  [{ city: "" }, ["city address_incomplete"]],
  [{ street: "", postalCode: "" }, ["street address_incomplete", "postalCode address_incomplete"]],
  [{ street: "x".repeat(121) }, ["street too_long"]],
])("%j is not complete", (changes, faults) => {
  const read = readDetailsForm({ ...TYPED, ...changes }, null);
  expect(read.ok ? [] : read.error.map(({ field, kind }) => `${field} ${kind}`)).toEqual(faults);
});

test("the form begins with what is known, and keeps no more than anybody types", () => {
  expect(answersOf({ ...READ, phone: null })).toEqual({ ...READ, phone: "", addressLine2: "" });
  expect(typedDetails(new URLSearchParams({ city: "x".repeat(5_000) })).city).toHaveLength(300);
});

test("a change holds what differs, and is named by its parts", () => {
  const changes = changedFields(READ, { ...READ, email: null, postalCode: "4321 AB", city: "Verweg" });
  expect(changes).toEqual({ email: null, postalCode: "4321 AB", city: "Verweg" });
  expect(groupsOf(changes)).toEqual(["email", "address"]);
  expect(groupsOf(changedFields(READ, READ))).toEqual([]);
});

test("of what was stored only details are read back", () => {
  expect(readChanges({ email: "a@b.example", phone: null, name: "X", city: 3 })).toEqual({ email: "a@b.example", phone: null }); // prettier-ignore
  expect(readChanges(null)).toEqual({});
});
