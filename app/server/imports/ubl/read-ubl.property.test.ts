import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { asCents, toDecimal } from "#app/domain/money.ts";
import { readUbl } from "./read-ubl.server.ts";

const SAMPLES = new URL("../../../../tests/samples/", import.meta.url);
const samples = ["ubl/", "own/"].flatMap((folder) =>
  readdirSync(new URL(folder, SAMPLES))
    .filter((file) => file.endsWith(".xml"))
    .map((file) => new Uint8Array(readFileSync(new URL(folder + file, SAMPLES)))),
);
const KINDS = ["invoice", "credit_note", "refused"];
const FRAGMENTS = [
  "<",
  ">",
  "&",
  "&#0;",
  "&x;",
  "<!--",
  "<![CDATA[",
  "]]>",
  "<!DOCTYPE a>",
  "<?",
  "/>",
  "\0",
  '"',
  "-",
  "9".repeat(50),
  "<a>".repeat(70),
];

test("any bytes give a reading", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
      expect(readUbl(bytes).kind).toBe("refused");
    }),
    { numRuns: 500 },
  );
});

test("a sample with bytes changed, cut out or put in gives a reading", () => {
  const mutation = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat({ max: 200 }),
    insert: fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc.constantFrom(...FRAGMENTS).map((fragment) => new TextEncoder().encode(fragment)),
    ),
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...samples),
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      (sample, mutations) => {
        let bytes = sample;
        for (const { at, remove, insert } of mutations) {
          const start = Math.floor(at * bytes.length);
          bytes = Uint8Array.of(...bytes.subarray(0, start), ...insert, ...bytes.subarray(start + remove));
        }
        const reading = readUbl(bytes);
        expect(KINDS).toContain(reading.kind);
        if (reading.kind === "refused") expect(reading.errors.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 500 },
  );
});

test("an invoice that is read asks a positive amount in euro, due on or after its issue", () => {
  const text = new TextDecoder().decode(readFileSync(new URL("own/peppol-bis-3-consumer.xml", SAMPLES)));
  const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(day, day, fc.integer({ min: -1_000, max: 1_000_000 }), (issued, due, cents) => {
      const changed = text
        .replace("2026-03-02", issued.toISOString().slice(0, 10))
        .replace("2026-03-16", due.toISOString().slice(0, 10))
        .replace(">76.80<", `>${toDecimal(asCents(BigInt(cents)))}<`);
      const reading = readUbl(new TextEncoder().encode(changed));
      const dueInTime = due.toISOString().slice(0, 10) >= issued.toISOString().slice(0, 10);
      expect(reading.kind).toBe(cents > 0 && dueInTime ? "invoice" : "refused");
      if (reading.kind !== "invoice") return;
      expect(reading.claim.invoices[0]?.amount.value).toBe(toDecimal(asCents(BigInt(cents))));
    }),
  );
});
