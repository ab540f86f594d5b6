import { expect, test } from "vitest";
import law from "../../../tests/vectors/law.json" with { type: "json" };
import { maskIban, parseIban, printIban, type Iban } from "./iban.ts";

test.each(law.iban.valid)("%s is an IBAN", (text) => {
  expect(parseIban(text)).toEqual({ ok: true, value: text });
});

test.each(law.iban.invalid)("%s is not an IBAN", (text) => {
  expect(parseIban(text).ok).toBe(false);
});

test.each([
  ["NL92ABNA0417164300", { kind: "wrong_iban_check_digits" }],
  ["NL91ABNA041716430", { kind: "wrong_iban_length", expected: 18, actual: 17 }],
  ["XX91ABNA0417164300", { kind: "unknown_iban_country", country: "XX" }],
  ["NL91-ABNA-0417", { kind: "unreadable_iban" }],
  ["NL910000000417164300".slice(0, 18), { kind: "unreadable_iban" }],
  ["", { kind: "unreadable_iban" }],
])("%s is refused with its reason", (text, error) => {
  expect(parseIban(text)).toEqual({ ok: false, error });
});

test("an IBAN is read in any spacing and case", () => {
  expect(parseIban(" nl91 abna 0417 1643 00 ")).toEqual({ ok: true, value: "NL91ABNA0417164300" });
});

test("check digits that are never given out are refused though they leave the right remainder", () => {
  expect(parseIban("BE98000000000000").ok).toBe(false);
  expect(parseIban("BE01000000000079").ok).toBe(false);
});

test("an IBAN is printed in groups of four", () => {
  expect(printIban("NL91ABNA0417164300" as Iban)).toBe("NL91 ABNA 0417 1643 00");
});

test("a masked IBAN keeps the country and the last four", () => {
  expect(maskIban("NL91ABNA0417164300" as Iban)).toBe("NL•• •••• •••• ••43 00");
});
