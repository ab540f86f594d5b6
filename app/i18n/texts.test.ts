import { expect, test } from "vitest";
import { hardSpots, sentencesOf } from "#app/domain/plain-language.ts";
import { appSources, flatTexts, withoutPlural } from "../../tests/support/app-texts.ts";
import * as arabicTexts from "./arabic-texts.ts";
import * as dutchTexts from "./dutch-texts.ts";
import * as englishTexts from "./english-texts.ts";
import * as frenchTexts from "./french-texts.ts";
import * as germanTexts from "./german-texts.ts";
import * as informalDutchTexts from "./informal-dutch-texts.ts";
import * as polishTexts from "./polish-texts.ts";
import * as turkishTexts from "./turkish-texts.ts";
import * as ukrainianTexts from "./ukrainian-texts.ts";

const WORDS_IN_A_SENTENCE = 20;

/** Ours say u; to debtors of a creditor that chose it, je. */
const FORMAL = /\b(u|uw|uzelf)\b/i;
const INFORMAL = /\b(jij|jou|jouw|je|jezelf)\b/i;
/** Betaalt je, je betaal. */
const WRONG_VERB =
  /(^|[.?!:] )(Heeft|Hebt|Kunt|Wilt|Bent|Krijgt|Betaalt|Hoeft|Ziet|Leest|Vindt) je\b|\bje (heb|ben|kun|wil|krijg|betaal|hoef|zie|heeft|is|zich)\b/i;
/** Shows what je looks like. */
const CHOICE_OF_JE = "settings.profile.formOfAddress.informal";
/** Read before it is known whose debtor reads it, or after. */
const BEFORE_THE_CREDITOR_IS_KNOWN = [
  "accessibility",
  "code",
  "errors",
  "home",
  "landing",
  "newLink",
  "real",
  "session",
];
/** What goes to a creditor's people, from pages that are the debtor's otherwise. */
const TO_CREDITORS =
  /^(mail\.refundFailed|details\.letter|specialCase\.notMe\.letter|complaint\.inbox|pause\.creditorMail|\w+(\.mail)?\.creditor)\./;

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

const dutch = flatTexts(dutchTexts);
const informal = flatTexts(informalDutchTexts);
const english = flatTexts(englishTexts);
const debtorKeys = [...dutch].filter(([key]) => !CREDITOR_PAGES.includes(key.split(".")[0] ?? ""));

const others = [
  { language: "de", texts: flatTexts(germanTexts) },
  { language: "fr", texts: flatTexts(frenchTexts) },
  { language: "pl", texts: flatTexts(polishTexts) },
  { language: "tr", texts: flatTexts(turkishTexts) },
  { language: "ar", texts: flatTexts(arabicTexts) },
  { language: "uk", texts: flatTexts(ukrainianTexts) },
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
      const stem = stemOf(key);
      const originals = [stem, `${stem}_one`, `${stem}_other`].flatMap((one) => [dutch.get(one), english.get(one)]);
      return hasWords(text) && originals.includes(text);
    });
    const allowed: readonly string[] = [...NAMES, ...SAME_WORDS[other.language]];
    expect(new Set(same.map(([, text]) => text))).toEqual(new Set(allowed));
  },
);

test("the debtor's side says nothing that only creditors' languages have", () => {
  const spoken = new RegExp('["`](' + CREDITOR_PAGES.join("|") + ")(?:\\.\\w+)+", "g");
  const found = appSources()
    .filter(({ name }) => DEBTORS_SIDE.test(name))
    .flatMap(({ name, text }) => [...text.matchAll(spoken)].map(([key]) => `${name}: ${key.slice(1)}`));
  expect(found).toEqual([]);
});

/** Server files write to both sides, so these are named: they write to people who work for a creditor. */
const FOR_CREDITORS =
  /^server\/(access\/sign-in-code|creditors\/|messages\/tell-creditor|webhooks\/|inbox\/|audit\/|payments\/payment-noti|payments\/settle-notices|payments\/quarantine-unseen|figures\/)/;

test("what the server writes to a debtor is in every language", () => {
  const spoken = new RegExp('["`](' + CREDITOR_PAGES.join("|") + ')\\.[A-Za-z.]+["`$]', "g");
  const found = appSources()
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
  const known = new Set([...dutch.keys()].map(stemOf));
  const texts = appSources().map(({ text }) => text);
  const used = new Set(texts.flatMap((source) => source.match(WHOLE_KEY) ?? []));
  const families = texts.flatMap((source) => [...source.matchAll(KEY_FAMILY)].map((found) => keysLike(found)));
  expect([...used].filter((key) => !known.has(key)).sort()).toEqual([]);
  expect([...known].filter((key) => !used.has(key) && !families.some((family) => family.test(key))).sort()).toEqual([]);
});

test("Dutch sentences are short and have no hard words", () => {
  for (const texts of [dutch, informal]) {
    const lengths = [...texts].flatMap(([, text]) => sentencesOf(text).map(({ words }) => words));
    const average = lengths.reduce((all, words) => all + words, 0) / lengths.length;
    expect(average).toBeLessThanOrEqual(WORDS_IN_A_SENTENCE);
    expect([...texts].flatMap(([key, text]) => hardSpots(text).map((spot) => ({ key, ...spot })))).toEqual([]);
  }
});

test("Dutch says u", () => {
  expect([...dutch].filter(([, text]) => INFORMAL.test(text)).map(([key]) => key)).toEqual([CHOICE_OF_JE]);
});

test("each text of the debtor's side that says u has one that says je, and no other text has one", () => {
  const formal = debtorKeys.filter(
    ([key, text]) =>
      FORMAL.test(text) && !TO_CREDITORS.test(key) && !BEFORE_THE_CREDITOR_IS_KNOWN.includes(key.split(".")[0] ?? ""),
  );
  expect([...informal.keys()].sort()).toEqual(formal.map(([key]) => key).sort());
});

test("who is called je is nowhere called u, and reads the same values", () => {
  const odd = [...informal].filter(
    ([key, text]) => FORMAL.test(text) || placeholders(text) !== placeholders(dutch.get(key) ?? ""),
  );
  expect(odd.map(([key]) => key)).toEqual([]);
});

test("je goes with its own forms of the verb", () => {
  const odd = [...informal].filter(([, text]) => WRONG_VERB.test(text));
  expect(odd.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
});

/** Whatever is shown to debtors alone; what both see is looked at page by page. */
const DEBTORS_SIDE =
  /^(routes\/debtor\/|routes\/(help|home|real|not-me)|ui\/(arrangement|claim|complaint|details|dispute|evidence|help|layout|parts|forms)\/|ui\/pages\/(?!inbox|settings|figures|api))/;

/** Every key of the debtor's side, plurals in the forms of the language. */
function keysIn(language: string): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keys = debtorKeys.flatMap(([key]) => {
    const stem = stemOf(key);
    return stem === key ? [key] : forms.map((form) => `${stem}_${form}`);
  });
  return [...new Set(keys)];
}

function fillsInAs(key: string): string[] {
  const stem = stemOf(key);
  return [dutch.get(stem), dutch.get(`${stem}_one`), dutch.get(`${stem}_other`)].flatMap((text) =>
    text === undefined ? [] : [filledIn(key, text)],
  );
}

/** A plural form may say its number in words. */
function filledIn(key: string, text: string): string {
  return stemOf(key) === key ? placeholders(text) : placeholders(text.replaceAll("{{count}}", ""));
}

function placeholders(text: string): string {
  return [...new Set(text.match(/\{\{\w+\}\}/g))].sort().join(" ");
}

function stemOf(key: string): string {
  return withoutPlural(key, dutch);
}

function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text.replace(/\{\{\w+\}\}/g, ""));
}

function keysLike([, start = "", end = ""]: RegExpMatchArray): RegExp {
  return new RegExp(`^${start.replaceAll(".", "\\.")}\\w+${end.replaceAll(".", "\\.")}$`);
}
