import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dutchTexts } from "./dutch-texts.ts";
import { englishTexts } from "./english-texts.ts";

const APP = join(import.meta.dirname, "..");
const WORDS_IN_A_SENTENCE = 20;
const WORDS_IN_THE_LONGEST = 25;

/** Above B1, or a threat, or legal words that have a plain one. */
const HARD_WORDS =
  /\b(sommatie|sommeren|verzuim|ingebrekestelling|schuldeiser|schuldenaar|hoofdsom|betwisten|voldoen|dient|dienen|middels|teneinde|derhalve|indien|omtrent|conform|reeds|desbetreffende|executie|beslag|deurwaarder|dagvaarding|gerechtelijke?|onverwijld|verschuldigde?|jij|jou|jouw|je)\b/i;

const PAGES = Object.keys(dutchTexts).join("|");
/** What the audit calls an act looks like a key, and is none. */
const WHOLE_KEY = new RegExp(`(?<!action: ")(?<=")(?:${PAGES})(?:\\.\\w+)+(?=")`, "g");
/** `letters.channel.${…}`, of which the type checker proves that every member exists. */
const KEY_FAMILY = new RegExp("`((?:" + PAGES + ")(?:\\.\\w+)*\\.)\\$\\{[^}]+\\}((?:\\.\\w+)*)`", "g");

const dutch = flatten(dutchTexts);
const english = flatten(englishTexts);

test("Dutch and English have the same keys", () => {
  expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort());
});

test("Dutch and English fill in the same values", () => {
  const differing = [...dutch].filter(([key, text]) => placeholders(text) !== placeholders(english.get(key) ?? ""));
  expect(differing.map(([key]) => key)).toEqual([]);
});

test("no text is empty, holds HTML, or opens emphasis without closing it", () => {
  const odd = [...dutch, ...english].filter(
    ([, text]) => text.trim() !== text || text === "" || /[<>]/.test(text) || text.split("**").length % 2 === 0,
  );
  expect(odd.map(([key]) => key)).toEqual([]);
});

test("every key is used, and every key in use exists", () => {
  const known = new Set([...dutch.keys()].map(withoutPlural));
  const used = new Set(sources().flatMap((source) => source.match(WHOLE_KEY) ?? []));
  const families = sources().flatMap((source) => [...source.matchAll(KEY_FAMILY)].map((found) => keysLike(found)));
  expect([...used].filter((key) => !known.has(key)).sort()).toEqual([]);
  expect([...known].filter((key) => !used.has(key) && !families.some((family) => family.test(key))).sort()).toEqual([]);
});

test("Dutch sentences are short", () => {
  const lengths = [...dutch].flatMap(([key, text]) => sentences(text).map((words) => ({ key, words })));
  const average = lengths.reduce((all, { words }) => all + words, 0) / lengths.length;
  expect(average).toBeLessThanOrEqual(WORDS_IN_A_SENTENCE);
  expect(lengths.filter(({ words }) => words > WORDS_IN_THE_LONGEST)).toEqual([]);
});

test("Dutch has no hard words and says u", () => {
  const hard = [...dutch].flatMap(([key, text]) =>
    HARD_WORDS.exec(text) ? [`${key}: ${HARD_WORDS.exec(text)?.[0]}`] : [],
  );
  expect(hard).toEqual([]);
});

function flatten(texts: object, path = ""): Map<string, string> {
  const entries = Object.entries(texts).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const at = path === "" ? key : `${path}.${key}`;
    return typeof value === "object" && value !== null ? [...flatten(value, at)] : [[at, String(value)]];
  });
  return new Map(entries);
}

function placeholders(text: string): string {
  return [...new Set(text.match(/\{\{\w+\}\}/g))].sort().join(" ");
}

function withoutPlural(key: string): string {
  return key.replace(/_(one|other)$/, "");
}

function sentences(text: string): number[] {
  return text
    .split(/[.?!:](?:\s|$)/)
    .map((sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length)
    .filter((words) => words > 0);
}

function keysLike([, start = "", end = ""]: RegExpMatchArray): RegExp {
  return new RegExp(`^${start.replaceAll(".", "\\.")}\\w+${end.replaceAll(".", "\\.")}$`);
}

/** Everything that may name a key. */
function sources(): string[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.startsWith("i18n"))
    .map((name) => readFileSync(join(APP, name), "utf8"));
}
