import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hardSpots, sentencesOf } from "#app/domain/plain-language.ts";
import { arabicTexts } from "./arabic-texts.ts";
import { dutchTexts } from "./dutch-texts.ts";
import { englishTexts } from "./english-texts.ts";
import { frenchTexts } from "./french-texts.ts";
import { germanTexts } from "./german-texts.ts";
import { polishTexts } from "./polish-texts.ts";
import { turkishTexts } from "./turkish-texts.ts";
import { ukrainianTexts } from "./ukrainian-texts.ts";

const APP = join(import.meta.dirname, "..");
const WORDS_IN_A_SENTENCE = 20;

/** Ours say u. */
const INFORMAL = /\b(jij|jou|jouw|je)\b/i;

const PAGES = Object.keys(dutchTexts).join("|");
/** What the audit calls an act looks like a key, and is none. */
const WHOLE_KEY = new RegExp(`(?<!action: ")(?<=")(?:${PAGES})(?:\\.\\w+)+(?=")`, "g");
/** `letters.channel.${…}`, of which the type checker proves that every member exists. */
const KEY_FAMILY = new RegExp("`((?:" + PAGES + ")(?:\\.\\w+)*\\.)\\$\\{[^}]+\\}((?:\\.\\w+)*)`", "g");
/** Pages of the debtor's side are those that a debtor's language has. */
const CREDITOR_PAGES = Object.keys(dutchTexts).filter((page) => !(page in germanTexts));

/** Names, which no language translates. */
const NAMES = ["Voldaan", "IBAN"];
/** Words that are spelled in the language as they are in Dutch or English, and mean the same. */
const SAME_WORDS = {
  de: ["Alles: {{amount}}", "Code", "Datum", "Name", "Nummer", "Website"],
  fr: ["Code", "Date", "E-mail", "e-mail", "Message"],
  pl: ["Adres", "E-mail", "e-mail", "VAT"],
  tr: ["Adres"],
  ar: [],
  uk: [],
} as const;

const dutch = flatten(dutchTexts);
const english = flatten(englishTexts);
const debtorKeys = [...dutch].filter(([key]) => !CREDITOR_PAGES.includes(key.split(".")[0] ?? ""));

const others = [
  { language: "de", texts: flatten(germanTexts) },
  { language: "fr", texts: flatten(frenchTexts) },
  { language: "pl", texts: flatten(polishTexts) },
  { language: "tr", texts: flatten(turkishTexts) },
  { language: "ar", texts: flatten(arabicTexts) },
  { language: "uk", texts: flatten(ukrainianTexts) },
] as const;

test("Dutch and English have the same keys", () => {
  expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort());
});

test("Dutch and English fill in the same values", () => {
  const differing = [...dutch].filter(([key, text]) => placeholders(text) !== placeholders(english.get(key) ?? ""));
  expect(differing.map(([key]) => key)).toEqual([]);
});

test.each(others)("$language has every text of the debtor's side, in each plural form it knows", (other) => {
  expect([...other.texts.keys()].sort()).toEqual(keysIn(other.language).sort());
});

test.each(others)("$language fills in the same values as Dutch", ({ texts }) => {
  const differing = [...texts].filter(([key, text]) => !fillsInAs(key).includes(filledIn(key, text)));
  expect(differing.map(([key]) => key)).toEqual([]);
});

test.each(others)(
  "$language leaves nothing in Dutch or English, but for names and words that are the same",
  (other) => {
    const same = [...other.texts].filter(([key, text]) => {
      const stem = withoutPlural(key);
      const originals = [stem, `${stem}_one`, `${stem}_other`].flatMap((one) => [dutch.get(one), english.get(one)]);
      return hasWords(text) && originals.includes(text);
    });
    const allowed: readonly string[] = [...NAMES, ...SAME_WORDS[other.language]];
    expect(new Set(same.map(([, text]) => text))).toEqual(new Set(allowed));
  },
);

test("the debtor's side says nothing that only creditors' languages have", () => {
  const spoken = new RegExp('["`](' + CREDITOR_PAGES.join("|") + ")(?:\\.\\w+)+", "g");
  const found = sources()
    .filter(({ name }) => DEBTORS_SIDE.test(name))
    .flatMap(({ name, text }) => [...text.matchAll(spoken)].map(([key]) => `${name}: ${key.slice(1)}`));
  expect(found).toEqual([]);
});

/** Server files write to both sides, so these are named: they write to people who work for a creditor. */
const FOR_CREDITORS =
  /^server\/(access\/sign-in-code|creditors\/|messages\/tell-creditor|webhooks\/|inbox\/|audit\/|payments\/payment-noti|payments\/settle-notices|figures\/)/;

test("what the server writes to a debtor is in every language", () => {
  const spoken = new RegExp('["`](' + CREDITOR_PAGES.join("|") + ')\\.[A-Za-z.]+["`$]', "g");
  const found = sources()
    .filter(({ name }) => name.startsWith("server/") && !FOR_CREDITORS.test(name))
    .flatMap(({ name, text }) => [...text.matchAll(spoken)].map(([key]) => `${name}: ${key.slice(1)}`));
  expect(found).toEqual([]);
});

test("no text is empty, holds HTML, or opens emphasis without closing it", () => {
  const all = [...dutch, ...english, ...others.flatMap(({ texts }) => [...texts])];
  const odd = all.filter(
    ([, text]) => text.trim() !== text || text === "" || /[<>]/.test(text) || text.split("**").length % 2 === 0,
  );
  expect(odd.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
});

test("every digit is one of ours", () => {
  const foreign = others.flatMap(({ texts }) => [...texts].filter(([, text]) => /(?![0-9])\p{Nd}/u.test(text)));
  expect(foreign.map(([key]) => key)).toEqual([]);
});

test("every key is used, and every key in use exists", () => {
  const known = new Set([...dutch.keys()].map(withoutPlural));
  const texts = sources().map(({ text }) => text);
  const used = new Set(texts.flatMap((source) => source.match(WHOLE_KEY) ?? []));
  const families = texts.flatMap((source) => [...source.matchAll(KEY_FAMILY)].map((found) => keysLike(found)));
  expect([...used].filter((key) => !known.has(key)).sort()).toEqual([]);
  expect([...known].filter((key) => !used.has(key) && !families.some((family) => family.test(key))).sort()).toEqual([]);
});

test("Dutch sentences are short and have no hard words", () => {
  const lengths = [...dutch].flatMap(([, text]) => sentencesOf(text).map(({ words }) => words));
  const average = lengths.reduce((all, words) => all + words, 0) / lengths.length;
  expect(average).toBeLessThanOrEqual(WORDS_IN_A_SENTENCE);
  expect([...dutch].flatMap(([key, text]) => hardSpots(text).map((spot) => ({ key, ...spot })))).toEqual([]);
});

test("Dutch says u", () => {
  expect([...dutch].filter(([, text]) => INFORMAL.test(text)).map(([key]) => key)).toEqual([]);
});

/** Whatever is shown to debtors alone; what both see is looked at page by page. */
const DEBTORS_SIDE =
  /^(routes\/debtor\/|routes\/(help|home|real|not-me)|ui\/(arrangement|claim|complaint|details|dispute|evidence|help|layout|parts|forms)\/|ui\/pages\/(?!inbox|settings|figures|api))/;

function flatten(texts: object, path = ""): Map<string, string> {
  const entries = Object.entries(texts).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const at = path === "" ? key : `${path}.${key}`;
    return typeof value === "object" && value !== null ? [...flatten(value, at)] : [[at, String(value)]];
  });
  return new Map(entries);
}

/** Every key of the debtor's side, plurals in the forms of the language. */
function keysIn(language: string): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keys = debtorKeys.flatMap(([key]) => {
    const stem = withoutPlural(key);
    return stem === key ? [key] : forms.map((form) => `${stem}_${form}`);
  });
  return [...new Set(keys)];
}

function fillsInAs(key: string): string[] {
  const stem = withoutPlural(key);
  return [dutch.get(stem), dutch.get(`${stem}_one`), dutch.get(`${stem}_other`)].flatMap((text) =>
    text === undefined ? [] : [filledIn(key, text)],
  );
}

/** A plural form may say its number in words. */
function filledIn(key: string, text: string): string {
  return withoutPlural(key) === key ? placeholders(text) : placeholders(text.replaceAll("{{count}}", ""));
}

function placeholders(text: string): string {
  return [...new Set(text.match(/\{\{\w+\}\}/g))].sort().join(" ");
}

/** `days_few` is a form of `days` because Dutch has `days_other`; `too_many` is a key of its own. */
function withoutPlural(key: string): string {
  const stem = key.replace(/_(zero|one|two|few|many|other)$/, "");
  return dutch.has(`${stem}_other`) ? stem : key;
}

function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text.replace(/\{\{\w+\}\}/g, ""));
}

function keysLike([, start = "", end = ""]: RegExpMatchArray): RegExp {
  return new RegExp(`^${start.replaceAll(".", "\\.")}\\w+${end.replaceAll(".", "\\.")}$`);
}

/** Everything that may name a key. */
function sources(): { name: string; text: string }[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.startsWith("i18n"))
    .map((name) => ({ name, text: readFileSync(join(APP, name), "utf8") }));
}
