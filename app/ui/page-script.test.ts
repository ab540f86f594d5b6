import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { transform } from "esbuild";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { formatEuro, parseEuro } from "#app/domain/money-text.ts";
import { asCents } from "#app/domain/money.ts";
import { parseTypedDay } from "#app/domain/typed-day.ts";
import { LANGUAGES } from "#app/i18n/languages.ts";

const FOLDER = join(import.meta.dirname, "..", "..", "public", "scripts");
const SCRIPTS = readdirSync(FOLDER);

type Field = { value: string; validity: { badInput: boolean }; dataset: Record<string, string> };

const { centsOf, euro } = await load<{ centsOf(text: string): number | string; euro(cents: number): string }>("amount.js"); // prettier-ignore
const { faultOf } = await load<{ faultOf(field: Field): string | null }>("faults.js");

function load<T>(name: string): Promise<T> {
  return import(pathToFileURL(join(FOLDER, name)).href) as Promise<T>;
}

/** How esbuild prints a script when it writes it for a browser. */
async function printed(script: string, target: string[]): Promise<string> {
  // Of destructuring old Safaris get only a corner case wrong that no script has: a pattern in parentheses.
  return (await transform(script, { target, supported: { destructuring: true } })).code;
}

const read = (name: string): string => readFileSync(join(FOLDER, name), "utf8");

test.each(SCRIPTS)("%s holds nothing that Safari 14 and Chrome 90 cannot read", async (name) => {
  const script = read(name);
  expect(await printed(script, ["safari14", "chrome90"])).toBe(await printed(script, ["esnext"]));
  expect(script).not.toMatch(
    /\.(at|findLast|toSorted|toReversed|replaceAll)\(|structuredClone|Object\.(hasOwn|groupBy)/,
  );
});

test.each(SCRIPTS)("%s keeps to the policy: no code made from text, no styles, no other site, nothing kept", (name) => {
  expect(read(name)).not.toMatch(
    /\beval\b|new Function|innerHTML|\.style\b|https?:|localStorage|sessionStorage|indexedDB|\.cookie|serviceWorker/,
  );
});

const AMOUNTS = ["12", "12,5", "1.234,56", "1,234.56", "1 234,50", "€ 12,50", "12,-", "1.234", "0.123", "-5", "", "tien", "1e3", "euro 5", "999999999,99", "9999999999,00", "00012", "12.345,6"]; // prettier-ignore

test.each(AMOUNTS)("an amount typed as %j is read as the server reads it", (typed) => {
  expect(centsOf(typed)).toBe(asServer(typed));
});

test("whatever is typed for an amount is read as the server reads it", () => {
  const typed = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."0123456789.,-€ eurEUR٣٫") }),
    fc.stringMatching(/^(€ )?\d{1,4}([., ]\d{3}){0,3}([.,]\d{1,3})?$/),
  );
  fc.assert(fc.property(typed, (text) => centsOf(text) === asServer(text)));
});

function asServer(typed: string): number | string {
  const read = parseEuro(typed);
  if (read.ok) return Number(read.value);
  return read.error.kind === "ambiguous_amount" ? "ambiguous" : "unreadable";
}

test.each(LANGUAGES)("an amount is written as the server writes it, in %s", (lang) => {
  Object.assign(globalThis, { document: { documentElement: { lang } } });
  const cents = [0, 5, 100, 18_750, 123_456, 1_234_567, 123_456_789, -5, -1_250, -123_456];
  expect(cents.map(euro)).toEqual(cents.map((amount) => formatEuro(asCents(BigInt(amount)), lang)));
  Reflect.deleteProperty(globalThis, "document");
});

const fault = (check: string, value: string, more: Record<string, string> = {}): string | null =>
  faultOf({ value, validity: { badInput: false }, dataset: { check, ...more } });

test("an answer is only faulted for its form", () => {
  expect(fault("amount", " 25,50 ")).toBeNull();
  expect(fault("amount", "veel")).toBe("checkWrong");
  expect(fault("amount", "1.234")).toBe("checkWrong");
  expect(fault("amount", "1.234", { checkAmbiguous: "…" })).toBe("checkAmbiguous");
  expect(fault("ibanEnd", "NL91 ABNA 0417 1643 00")).toBeNull();
  expect(fault("ibanEnd", "٤٣٠٠")).toBeNull();
  expect(fault("ibanEnd", "430")).toBe("checkWrong");
  expect(fault("day", "31-2-2026")).toBe("checkWrong");
  expect(fault("day", "3-9-2026")).toBeNull();
  expect(fault("day", "٣-٩-٢٠٢٦")).toBeNull();
  expect(fault("email", "sanne@voorbeeld")).toBe("checkWrong");
  expect(["amount", "ibanEnd", "day", "email"].map((check) => fault(check, " "))).toEqual([null, null, null, null]);
  expect(faultOf({ value: "", validity: { badInput: true }, dataset: { check: "day" } })).toBe("checkWrong");
});

test("what the server takes, the script takes too", () => {
  const email = z.email();
  fc.assert(
    fc.property(fc.emailAddress(), (typed) => !email.safeParse(typed).success || fault("email", typed) === null),
  );
  const day = fc.stringMatching(/^(\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}|\d{4}-\d{2}-\d{2})$/);
  fc.assert(fc.property(day, (typed) => !parseTypedDay(typed).ok || fault("day", typed) === null));
});
