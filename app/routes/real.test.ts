import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readRealForm } from "#app/server/genuineness/read-real-form.server.ts";

type Field = { value: string; validity: { badInput: boolean }; dataset: Record<string, string> };

const SCRIPT = pathToFileURL(join(import.meta.dirname, "..", "..", "public", "scripts", "faults.js")).href;
const { faultOf } = (await import(SCRIPT)) as { faultOf(field: Field): string | null };

const fault = (check: string, value: string): string | null =>
  faultOf({ value, validity: { badInput: false }, dataset: { check, checkAmbiguous: "…" } });

/** What the server says of one answer, the others being right. */
function refused(answers: { amount?: string; iban?: string }): string | null {
  const read = readRealForm({ reference: "2026-0412", amount: "1,00", iban: "4300", ...answers });
  return read.ok ? null : (read.error[0]?.kind ?? null);
}

const NAMES: Readonly<Record<string, string>> = {
  amount_unreadable: "checkWrong",
  amount_ambiguous: "checkAmbiguous",
  iban_wrong: "checkWrong",
};

const asServer = (kind: string | null): string | null => (kind === null ? null : (NAMES[kind] ?? kind));

test("the end of an account number is judged in the browser as on the server", () => {
  const typed = fc.oneof(
    fc.stringMatching(/^[A-Z0-9٠-٩ .-]{0,24}$/),
    fc.stringMatching(/^NL\d\d ?[A-Z]{4} ?(\d{4} ?){2}\d{2}$/),
    fc.string(),
  );
  fc.assert(
    fc.property(typed, (iban) => {
      // An empty field says nothing yet.
      fc.pre(iban.trim() !== "");
      expect(fault("ibanEnd", iban)).toBe(asServer(refused({ iban })));
    }),
  );
});

test("an amount is judged in the browser as on the server", () => {
  const typed = fc.string({ unit: fc.constantFrom(..."0123456789.,-€ eurEUR٣٫") });
  fc.assert(
    fc.property(typed, (amount) => {
      fc.pre(amount.trim() !== "");
      expect(fault("amount", amount)).toBe(asServer(refused({ amount })));
    }),
  );
});
