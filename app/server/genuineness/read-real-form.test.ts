import { expect, test } from "vitest";
import { readRealForm, typedRealAnswers } from "./read-real-form.server.ts";

const typed = { reference: " 2026 - 0412 ", amount: "€ 1.234,56", iban: "4300" };

test.each([
  ["as on the letter", typed, "2026-0412", 123456n, "4300"],
  ["as the API writes it", { ...typed, amount: "1234.56" }, "2026-0412", 123456n, "4300"],
  ["with the whole account number", { ...typed, iban: "NL91 ABNA 0417 1643 00" }, "2026-0412", 123456n, "4300"],
  ["with Arabic digits", { reference: "٢٠٢٦-٠٤١٢", amount: "١٢٣٤٫٥٦", iban: "٤٣٠٠" }, "2026-0412", 123456n, "4300"],
  ["whole euros", { ...typed, amount: "40" }, "2026-0412", 4000n, "4300"],
])("%s", (_name, answers, reference, amount, ibanEnd) => {
  expect(readRealForm(answers)).toEqual({ ok: true, value: { reference, amount, ibanEnd } });
});

test.each([
  [{ reference: " ", amount: "", iban: "" }, ["reference_missing", "amount_missing", "iban_wrong"]],
  [{ ...typed, amount: "1.234" }, ["amount_ambiguous"]],
  [{ ...typed, amount: "veel" }, ["amount_unreadable"]],
  [{ ...typed, iban: "43A0" }, ["iban_wrong"]],
  [{ ...typed, iban: "430" }, ["iban_wrong"]],
])("%j is not complete", (answers, kinds) => {
  const read = readRealForm(answers);
  expect(read.ok ? [] : read.error.map(({ kind }) => kind)).toEqual(kinds);
});

test("what is typed is kept, but not without end", () => {
  const form = new URLSearchParams({ reference: "A".repeat(5_000), amount: "1" });
  const kept = typedRealAnswers(form);
  expect([kept.reference.length, kept.amount, kept.iban]).toEqual([100, "1", ""]);
});
