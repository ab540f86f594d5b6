import { z } from "zod";
import { ok } from "#app/domain/result.ts";
import { splitStreet } from "../ubl/split-street.server.ts";
import type { CsvCells } from "./csv-cells.server.ts";
import { type CellResult, readCountryCell, readPhoneCell, readWordCell } from "./csv-values.server.ts";

const LANGUAGES = {
  nl: ["nederlands", "dutch"],
  en: ["engels", "english"],
  de: ["duits", "german"],
  fr: ["frans", "french"],
  pl: ["pools", "polish"],
  tr: ["turks", "turkish"],
  ar: ["arabisch", "arabic"],
  uk: ["oekraïens", "oekraiens", "ukrainian"],
};

const emailSchema = z.email().max(254);

/** Who owes. As with UBL, what nobody can be reached by is left out with a warning: it stands in no claim's way. */
export function readCsvDebtor(cells: CsvCells, type: "person" | "company") {
  return {
    reference: cells.text("debtorReference"),
    type,
    name: cells.text("debtorName"),
    email: readEmail(cells),
    phone: readPhone(cells),
    language: cells.read("language", readLanguage),
    companyNumber: cells.text("companyNumber"),
    address: readAddress(cells),
  };
}

function readLanguage(text: string): CellResult {
  return /^[a-z]{2}$/i.test(text) ? ok(text.toLowerCase()) : readWordCell(text, LANGUAGES);
}

function readEmail(cells: CsvCells): string | undefined {
  const email = cells.text("email");
  if (email === undefined || emailSchema.safeParse(email).success) return email;
  cells.warn("email", "email_ignored", "is no e-mail address; it is left out");
  return undefined;
}

function readPhone(cells: CsvCells): string | undefined {
  const given = cells.text("phone");
  if (given === undefined) return undefined;
  const phone = readPhoneCell(given);
  if (phone === null) cells.warn("phone", "phone_ignored", "is no telephone number; it is left out");
  return phone ?? undefined;
}

function readAddress(cells: CsvCells) {
  const [street, postalCode, city] = [cells.text("street"), cells.text("postalCode"), cells.text("city")];
  if (street === undefined && postalCode === undefined && city === undefined) return undefined;
  if (street === undefined || postalCode === undefined || city === undefined) {
    const missing = (["street", "postalCode", "city"] as const).find((key) => cells.text(key) === undefined);
    cells.warn(missing ?? "street", "address_incomplete", "is missing; the address is left out");
    return undefined;
  }
  const number = joinNumber(cells.text("houseNumber"), cells.text("houseNumberAddition"));
  const country = cells.text("country");
  return {
    ...(number === undefined ? splitStreet({ street }) : { street, houseNumber: number }),
    addition: cells.text("addition"),
    postalCode,
    city,
    country: country === undefined ? "NL" : readCountryCell(country),
  };
}

/** `12` and `a` is `12a`, `12` and `3` is `12-3`. */
function joinNumber(number: string | undefined, addition: string | undefined): string | undefined {
  if (number === undefined || addition === undefined) return number;
  return /^\d/.test(addition) ? `${number}-${addition}` : `${number}${addition}`;
}
