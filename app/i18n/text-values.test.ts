import ts from "typescript";
import { expect, test } from "vitest";
import { appSources, flatTexts, withoutPlural } from "../../tests/support/app-texts.ts";
import * as dutchTexts from "./dutch-texts.ts";

/** By key what its text is filled in with; the one of several forms needs a count, whether it says it or not. */
const ASKED = askedBy(flatTexts(dutchTexts));

test("wherever a text is named, its values come along", () => {
  const calls = appSources().flatMap(callsIn);
  const holes = calls.flatMap(({ at, key, given }) =>
    (ASKED.get(key) ?? []).filter((name) => !given.includes(name)).map((name) => `${at}: ${key} asks for ${name}`),
  );
  expect(holes).toEqual([]);
  expect(calls.length).toBeGreaterThan(1000);
}, 30_000);

test("a value that is left out is found, in either branch", () => {
  const file = {
    name: "page.tsx",
    text: `t("helper.daysHint", { days }); t(late ? "common.back" : "help.visit", {});`,
  };
  expect(callsIn(file)).toEqual([
    { at: "page.tsx:1", key: "helper.daysHint", given: ["days"] },
    { at: "page.tsx:1", key: "common.back", given: [] },
    { at: "page.tsx:1", key: "help.visit", given: [] },
  ]);
  expect([ASKED.get("helper.daysHint"), ASKED.get("help.visit")]).toEqual([["count"], ["site"]]);
});

const READING = { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };

type Source = { readonly name: string; readonly text: string };
type Call = { readonly at: string; readonly key: string; readonly given: readonly string[] };

/** The calls of `t` that name their text in full and spell out its values. Others are left to the tests that make them. */
function callsIn({ name, text }: Source): Call[] {
  if (!/\bt\(/.test(text)) return [];
  const source = ts.createSourceFile(name, text, READING);
  const calls: Call[] = [];
  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node) && isTranslate(node.expression)) {
      const [key, values] = node.arguments;
      const given = namesIn(values);
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      if (key && given) calls.push(...keysIn(key).map((one) => ({ at: `${name}:${line + 1}`, key: one, given })));
    }
    ts.forEachChild(node, visit);
  }
  visit(source);
  return calls;
}

function isTranslate(called: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(called)
    ? called.name.text === "t"
    : ts.isIdentifier(called) && called.text === "t";
}

function keysIn(key: ts.Expression): string[] {
  if (ts.isStringLiteralLike(key)) return [key.text];
  return ts.isConditionalExpression(key) ? [...keysIn(key.whenTrue), ...keysIn(key.whenFalse)] : [];
}

/** Null where they are not spelled out. */
function namesIn(values: ts.Expression | undefined): string[] | null {
  if (values === undefined) return [];
  if (!ts.isObjectLiteralExpression(values)) return null;
  const names = values.properties.map(({ name }) => (name && ts.isIdentifier(name) ? name.text : null));
  return names.every((name) => name !== null) ? names : null;
}

function askedBy(texts: ReadonlyMap<string, string>): Map<string, string[]> {
  const asked = new Map<string, string[]>();
  for (const [key, text] of texts) {
    const stem = withoutPlural(key, texts);
    const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = ""]) => name);
    asked.set(stem, [...new Set([...(asked.get(stem) ?? []), ...(stem === key ? [] : ["count"]), ...names])]);
  }
  return asked;
}
