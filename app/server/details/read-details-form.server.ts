import { parsePhoneNumberFromString } from "libphonenumber-js";
import { z } from "zod";
import { err, ok, type Result } from "#app/domain/result.ts";
import { westernDigits } from "#app/domain/western-digits.ts";
import { DETAIL_FIELDS, type DetailField, type KnownDetails } from "./detail-fields.server.ts";

/** What was typed, word for word. */
export type DetailAnswers = Readonly<Record<DetailField, string>>;

export type DetailFault = {
  readonly field: DetailField;
  readonly kind: "email_wrong" | "phone_wrong" | "postal_code_wrong" | "address_incomplete" | "too_long";
};

const LONGEST: Readonly<Record<DetailField, number>> = {
  email: 254,
  phone: 40,
  street: 120,
  houseNumber: 20,
  addressLine2: 120,
  postalCode: 16,
  city: 80,
};

const MOST_KEPT = 300;
const ADDRESS = ["street", "postalCode", "city"] as const;
const email = z.email();

export function typedDetails(form: URLSearchParams): DetailAnswers {
  const typed = DETAIL_FIELDS.map((field) => [field, (form.get(field) ?? "").slice(0, MOST_KEPT)]);
  return Object.fromEntries(typed) as DetailAnswers;
}

/** The answers that a debtor's own form begins with. */
export function answersOf(known: KnownDetails): DetailAnswers {
  return Object.fromEntries(DETAIL_FIELDS.map((field) => [field, known[field] ?? ""])) as DetailAnswers;
}

/**
 * Reads the form: nothing typed is nothing known. A telephone number is Dutch unless it says otherwise and is kept in its
 * international form; a Dutch postal code has four digits and two letters. A part of an address is none.
 */
export function readDetailsForm(
  answers: DetailAnswers,
  country: string | null,
): Result<KnownDetails, readonly DetailFault[]> {
  const faults: DetailFault[] = [];
  const text = (field: DetailField) => westernDigits(answers[field]).replace(/\s+/g, " ").trim();
  for (const field of DETAIL_FIELDS) if (text(field).length > LONGEST[field]) faults.push({ field, kind: "too_long" });

  const phone = parsePhoneNumberFromString(text("phone"), "NL");
  const postalCode = postalCodeOf(text("postalCode"), country);
  if (text("email") !== "" && !email.safeParse(text("email")).success) faults.push({ field: "email", kind: "email_wrong" }); // prettier-ignore
  if (text("phone") !== "" && !phone?.isValid()) faults.push({ field: "phone", kind: "phone_wrong" });
  if (postalCode === null) faults.push({ field: "postalCode", kind: "postal_code_wrong" });
  const given = DETAIL_FIELDS.slice(2).some((field) => text(field) !== "");
  for (const field of given ? ADDRESS.filter((part) => text(part) === "") : []) faults.push({ field, kind: "address_incomplete" }); // prettier-ignore
  if (faults.length > 0) return err(firstOfEach(faults));

  const orNull = (value: string) => (value === "" ? null : value);
  return ok({
    email: orNull(text("email")),
    phone: phone?.number ?? null,
    street: orNull(text("street")),
    houseNumber: orNull(text("houseNumber")),
    addressLine2: orNull(text("addressLine2")),
    postalCode: orNull(postalCode ?? ""),
    city: orNull(text("city")),
  });
}

function postalCodeOf(typed: string, country: string | null): string | null {
  if (typed === "" || (country !== null && country !== "NL")) return typed;
  const match = /^([1-9]\d{3}) ?([a-z]{2})$/i.exec(typed);
  return match ? `${match[1]} ${(match[2] ?? "").toUpperCase()}` : null;
}

function firstOfEach(faults: readonly DetailFault[]): DetailFault[] {
  return faults.filter(({ field }, index) => faults.findIndex((other) => other.field === field) === index);
}
