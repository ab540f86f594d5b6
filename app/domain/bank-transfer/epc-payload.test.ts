import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import law from "../../../tests/vectors/law.json" with { type: "json" };
import { asCents } from "../money.ts";
import { epcPayload, type EpcTransfer } from "./epc-payload.ts";

type VectorInput = {
  beneficiary: string;
  iban: string;
  amount: number | null;
  rf?: string;
  text?: string;
  version?: string;
  bic?: string;
};

const plain: EpcTransfer = {
  beneficiary: "Incasso Portaal B.V.",
  iban: "NL91ABNA0417164300",
  amount: asCents(12345n),
  remittance: { creditorReference: "RF18539007547034" },
};

function transfer(input: VectorInput): EpcTransfer {
  return {
    beneficiary: input.beneficiary,
    iban: input.iban,
    amount: input.amount === null ? null : asCents(BigInt(input.amount)),
    remittance: input.rf === undefined ? { text: input.text ?? "" } : { creditorReference: input.rf },
    ...(input.version === "001" ? { version: "001" } : {}),
    ...(input.bic === undefined ? {} : { bic: input.bic }),
  };
}

test.each(law.epc)("payload: $name", ({ input, payload, bytes, lines, sha256 }) => {
  const made = epcPayload(transfer(input as VectorInput));
  expect(made).toEqual({ ok: true, value: payload });
  const utf8 = Buffer.from(made.ok ? made.value : "", "utf8");
  expect(utf8.length).toBe(bytes);
  expect(utf8.toString("utf8").split("\n")).toHaveLength(lines);
  expect(createHash("sha256").update(utf8).digest("hex")).toBe(sha256);
});

const invalid: Record<string, [Partial<EpcTransfer>, unknown]> = {
  "amount 0": [{ amount: asCents(0n) }, { kind: "amount_too_small" }],
  "amount > 999999999.99": [
    { amount: asCents(100_000_000_000n) },
    { kind: "amount_too_large", largest: 99_999_999_999n },
  ],
  "beneficiary > 70 chars": [{ beneficiary: "a".repeat(71) }, { kind: "beneficiary_too_long", longest: 70 }],
  "IBAN checksum wrong": [{ iban: "NL92ABNA0417164300" }, { kind: "wrong_iban_check_digits" }],
  "text > 140 chars": [{ remittance: { text: "a".repeat(141) } }, { kind: "text_too_long", longest: 140 }],
  "info > 70 chars": [{ information: "a".repeat(71) }, { kind: "information_too_long", longest: 70 }],
  "payload > 331 bytes": [
    { beneficiary: "€".repeat(70), remittance: { text: "é".repeat(60) } },
    { kind: "payload_too_long", longest: 331, actual: 377 },
  ],
  "version 001 without BIC": [{ version: "001" }, { kind: "bic_missing" }],
  "no beneficiary": [{ beneficiary: " " }, { kind: "beneficiary_missing" }],
  "negative amount": [{ amount: asCents(-1n) }, { kind: "amount_too_small" }],
  "creditor reference with wrong check digits": [
    { remittance: { creditorReference: "RF19539007547034" } },
    { kind: "not_a_creditor_reference" },
  ],
  "empty text": [{ remittance: { text: "" } }, { kind: "text_missing" }],
  "BIC of nine characters": [{ bic: "ABNANL2AX" }, { kind: "not_a_bic" }],
  "line break in the name": [{ beneficiary: "A\nNL20INGB0001234567" }, { kind: "control_character" }],
  "carriage return in the text": [{ remittance: { text: "x\ry" } }, { kind: "control_character" }],
  "tab in the information": [{ information: "x\ty" }, { kind: "control_character" }],
};

test("every invalid situation of the vectors is tried", () => {
  expect(Object.keys(invalid)).toEqual(expect.arrayContaining(law.epcInvalid));
});

test.each(Object.entries(invalid))("refused: %s", (_name, [change, error]) => {
  expect(epcPayload({ ...plain, ...change })).toEqual({ ok: false, error });
});

test("limits are counted in characters, the whole in bytes", () => {
  expect(epcPayload({ ...plain, beneficiary: "é".repeat(70) }).ok).toBe(true);
  const filled = { ...plain, beneficiary: "a".repeat(70), remittance: { text: "€".repeat(69) + "a" } };
  expect(epcPayload(filled)).toMatchObject({ ok: true });
  expect(Buffer.byteLength(payloadOf({ ...filled, information: "b".repeat(5) }))).toBe(331);
  expect(epcPayload({ ...filled, information: "b".repeat(6) })).toEqual({
    ok: false,
    error: { kind: "payload_too_long", longest: 331, actual: 332 },
  });
});

test("information to the payer stands on line 12, also without a reference", () => {
  expect(payloadOf({ ...plain, remittance: null, information: "Dank u" }).split("\n")).toEqual([
    ...["BCD", "002", "1", "SCT", "", "Incasso Portaal B.V.", "NL91ABNA0417164300", "EUR123.45", "", "", "", "Dank u"],
  ]);
});

test("a creditor reference and an IBAN with spaces are written without", () => {
  const spaced = { iban: "nl91 abna 0417 1643 00", remittance: { creditorReference: "rf18 5390 0754 7034" } };
  expect(payloadOf({ ...plain, ...spaced })).toBe(payloadOf(plain));
});

function payloadOf(input: EpcTransfer): string {
  const made = epcPayload(input);
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
}
