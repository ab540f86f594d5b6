import { expect, test } from "vitest";
import { type ArrangementPolicy, DEFAULT_POLICY } from "#app/domain/arrangement/policy.ts";
import { day } from "#app/domain/calendar.ts";
import { asCents } from "#app/domain/money.ts";
import { LANGUAGES } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { rulesOf } from "./rules-list.tsx";

const about = { total: asCents(200_00n), costs: asCents(40_00n), interestRuns: true, decideBefore: day("2026-11-27") };

function rules(changes: Partial<ArrangementPolicy> = {}, other: Partial<typeof about> = {}): string {
  const policy = { ...DEFAULT_POLICY, ...changes };
  const translator = translatorFor("nl");
  return rulesOf({ ...about, ...other, policy }, { creditor: "Bakkerij Jansen", translator }).join("\n");
}

test("the rules name what is accepted at once, by when a person answers, and what waiting costs", () => {
  expect(rules()).toContain("u betaalt in 6 keer of minder, met €\u00a025,00 of meer per keer. Binnen 190 dagen");
  expect(rules()).toContain("U krijgt uiterlijk vrijdag 27 november 2026 antwoord.");
  expect(rules()).toContain("krijgt u geen herinneringen en komen er geen kosten bij");
  expect(rules()).toContain("**De eerste keer** betaalt u binnen 14 dagen");
});

test("interest is told as the policy has it, and as none where none runs", () => {
  expect(rules()).toContain("komt er geen rente bij");
  expect(rules({ interestDuringArrangement: "continue" })).toContain("**Rente:** die loopt door.");
  expect(rules({ interestDuringArrangement: "waive" })).toContain("dan hoeft u geen rente te betalen");
  expect(rules({ interestDuringArrangement: "continue" }, { interestRuns: false })).toContain("er komt geen rente bij");
});

test("what does not matter to this debtor is not told", () => {
  expect(rules()).not.toMatch(/Een deel nu|Incassokosten|Alles in één keer|Eerst uitrekenen/);
  expect(rules({ downPaymentPercent: 10 })).toContain("meteen €\u00a020,00 te betalen");
  expect(rules({ costsDuringArrangement: "waive_on_completion" })).toContain("€\u00a040,00 aan incassokosten niet");
  expect(rules({ settlementDiscountPercent: 15 })).toContain("betaalt u €\u00a0170,00 binnen 14 dagen");
  expect(rules({}, { total: asCents(1_200_00n) })).toContain("Eerst uitrekenen");
});

test("one day is told as one, in every language", () => {
  const policy = { ...DEFAULT_POLICY, firstPaymentWithinDays: 1, settlementDiscountPercent: 15 };
  const oneDay = {
    nl: "binnen 1 dag,",
    en: "within 1 day,",
    de: "innerhalb von 1 Tag ",
    fr: "dans un délai de 1 jour,",
    pl: "w ciągu 1 dnia ",
    tr: "1 gün içinde",
    ar: "خلال يوم واحد",
    uk: "протягом 1 дня ",
  } as const;
  for (const language of LANGUAGES) {
    const told = rulesOf({ ...about, policy }, { creditor: "Bakkerij Jansen", translator: translatorFor(language) });
    expect([language, told.join("\n")]).toEqual([language, expect.stringContaining(oneDay[language])]);
  }
});
