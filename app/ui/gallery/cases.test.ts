import { expect, test } from "vitest";
import { CASES } from "./cases.ts";
import { languagesOf } from "./gallery-case.ts";
import { renderCase } from "./render-case.tsx";

const rendered = CASES.flatMap((shown) =>
  languagesOf(shown).map((language): [name: string, html: string] => [
    `${shown.name}, ${language}`,
    renderCase(shown, { language, stylesheet: "tailwind.css" }),
  ]),
);

test("every case has a name of its own", () => {
  expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
});

test.each(rendered)("%s: one heading, one main part, nothing inline, no text missing", (_name, html) => {
  expect(html.match(/<h1[ >]/g)).toHaveLength(1);
  expect(html.match(/<main[ >]/g)).toHaveLength(1);
  expect(html).not.toMatch(/ style=| on[a-z]+=|<script|javascript:/);
  expect(html).not.toMatch(/\{\{|\*\*|undefined|NaN|\[object/);
});

test.each(rendered)("%s: ids are unique and every reference finds one", (_name, html) => {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? "");
  expect(new Set(ids).size).toBe(ids.length);
  const referred = [...html.matchAll(/ (?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)].flatMap(([, list]) =>
    (list ?? "").split(" "),
  );
  const anchors = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id ?? "");
  expect([...referred, ...anchors].filter((id) => !ids.includes(id))).toEqual([]);
});

test("a landing page is the same for every claim: it names nobody and no amount", () => {
  const landings = rendered.filter(([name]) => name.startsWith("landing"));
  expect(landings.filter(([, html]) => /€|Jansen/.test(html))).toEqual([]);
});
