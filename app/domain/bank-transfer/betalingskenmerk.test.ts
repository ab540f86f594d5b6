import { expect, test } from "vitest";
import law from "../../../tests/vectors/law.json" with { type: "json" };
import { makeBetalingskenmerk, parseBetalingskenmerk, printBetalingskenmerk } from "./betalingskenmerk.ts";

test.each(law.betalingskenmerk.make16)("$number gets the betalingskenmerk $kenmerk", ({ number, kenmerk }) => {
  expect(makeBetalingskenmerk(number)).toEqual({ ok: true, value: kenmerk });
});

test.each(law.betalingskenmerk.valid)("%s is a betalingskenmerk", (text) => {
  expect(parseBetalingskenmerk(text)).toEqual({ ok: true, value: text.replaceAll(" ", "") });
});

test.each(law.betalingskenmerk.invalid)("%s is not a betalingskenmerk", (text) => {
  expect(parseBetalingskenmerk(text)).toEqual({ ok: false, error: { kind: "not_a_betalingskenmerk" } });
});

test("9 to 14 digits carry a check digit and their own length", () => {
  expect(parseBetalingskenmerk("12 2345 3462 2567")).toEqual({ ok: true, value: "12234534622567" });
  expect(parseBetalingskenmerk("13 2345 3462 2567").ok).toBe(false);
  expect(parseBetalingskenmerk("22 2345 3462 2567").ok).toBe(false);
});

test.each(["", "12345678", "1234567890123456789", "5000O56789012345", "-100005678901234"])("%j is refused", (text) => {
  expect(parseBetalingskenmerk(text).ok).toBe(false);
});

test.each(["", "1234567890123456", "1.5", "-1"])("%j cannot become a betalingskenmerk", (number) => {
  expect(makeBetalingskenmerk(number)).toEqual({ ok: false, error: { kind: "not_up_to_15_digits" } });
});

test("a betalingskenmerk is printed in groups of four", () => {
  const parsed = parseBetalingskenmerk("5000056789012345");
  expect(parsed.ok && printBetalingskenmerk(parsed.value)).toBe("5000 0567 8901 2345");
});
