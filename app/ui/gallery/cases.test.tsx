import { expect, test } from "vitest";
import { LANGUAGES } from "#app/i18n/languages.ts";
import { ARRANGEMENT_QUESTION_CASES } from "./arrangement-question-cases.tsx";
import { CASES } from "./cases.tsx";
import { claimCases } from "./claim-cases.tsx";
import { DISPUTE_CASES } from "./dispute-cases.tsx";
import { EVIDENCE_CASES } from "./evidence-cases.tsx";
import { HELP_CASES } from "./help-cases.tsx";
import { INBOX_CASES } from "./inbox-cases.tsx";
import { INBOX_DISPUTE_CASES } from "./inbox-dispute-cases.tsx";
import { OWN_CASES } from "./own-cases.tsx";
import { PLAN_CASES } from "./plan-cases.tsx";
import { renderCase } from "./render-case.tsx";
import { SAMPLE_QR } from "./sample-qr.ts";

const cases = [
  ...CASES,
  ...claimCases(() => SAMPLE_QR),
  ...PLAN_CASES,
  ...ARRANGEMENT_QUESTION_CASES,
  ...DISPUTE_CASES,
  ...EVIDENCE_CASES,
  ...HELP_CASES,
  ...INBOX_CASES,
  ...INBOX_DISPUTE_CASES,
  ...OWN_CASES,
];
const rendered = LANGUAGES.flatMap((language) =>
  cases.map((shown): [name: string, html: string] => [`${shown.name}, ${language}`, renderCase(shown, language)]),
);

test("every case has a name of its own", () => {
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
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
