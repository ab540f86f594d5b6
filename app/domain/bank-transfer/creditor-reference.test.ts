import { expect, test } from "vitest";
import fc from "fast-check";
import law from "../../../tests/vectors/law.json" with { type: "json" };
import { makeCreditorReference, parseCreditorReference, printCreditorReference } from "./creditor-reference.ts";

test.each(law.rf.make)("$ref gets the creditor reference $rf", ({ ref, rf }) => {
  expect(makeCreditorReference(ref)).toEqual({ ok: true, value: rf });
});

test.each(law.rf.valid)("%s is a creditor reference", (text) => {
  expect(parseCreditorReference(text)).toEqual({ ok: true, value: text.replaceAll(" ", "") });
});

test.each(law.rf.invalid)("%s is not a creditor reference", (text) => {
  expect(parseCreditorReference(text)).toEqual({ ok: false, error: { kind: "not_a_creditor_reference" } });
});

test.each(["RF14X2HU4TC28XTYLHASYWT91", "RF60ISO11649", "rf72 0hya6"])("%s is a creditor reference", (text) => {
  expect(parseCreditorReference(text).ok).toBe(true);
});

test.each(["", "2026-1", "A_1", "é", "1234567890123456789012"])("%j cannot become a creditor reference", (own) => {
  expect(makeCreditorReference(own)).toEqual({ ok: false, error: { kind: "not_letters_and_digits" } });
});

test("a creditor reference is printed in groups of four", () => {
  const parsed = parseCreditorReference("rf18539007547034");
  expect(parsed.ok && printCreditorReference(parsed.value)).toBe("RF18 5390 0754 7034");
});

test("a made creditor reference reads back, and one wrong character never does", () => {
  const own = fc.stringMatching(/^[A-Z0-9]{1,21}$/);
  fc.assert(
    fc.property(own, fc.nat(), fc.integer({ min: 1, max: 9 }), (text, place, shift) => {
      const made = makeCreditorReference(text);
      if (!made.ok) throw new Error("refused");
      expect(parseCreditorReference(made.value)).toEqual(made);
      const at = 2 + (place % (made.value.length - 2));
      const digit = made.value.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) return;
      const wrong = `${made.value.slice(0, at)}${(digit + shift) % 10}${made.value.slice(at + 1)}`;
      expect(parseCreditorReference(wrong).ok).toBe(false);
    }),
  );
});
