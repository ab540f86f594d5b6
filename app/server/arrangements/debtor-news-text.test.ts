import { expect, test } from "vitest";
import { DEFAULT_POLICY } from "#app/domain/arrangement/policy.ts";
import { day } from "#app/domain/calendar.ts";
import { asCents, ZERO } from "#app/domain/money.ts";
import { LANGUAGES } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import type { DebtorNews } from "./debtor-news.server.ts";
import { debtorNewsText, type NewsTextInput } from "./debtor-news-text.server.ts";

const schedule = [
  { seq: 1, dueOn: day("2026-12-01"), amount: asCents(81_16n) },
  { seq: 2, dueOn: day("2027-01-01"), amount: asCents(81_15n) },
];

const arrangement: NewsTextInput["arrangement"] = {
  offer: {
    version: 1,
    by: "debtor",
    schedule,
    frequency: "monthly",
    payDay: 1,
    total: asCents(162_31n),
    message: "",
    validUntil: null,
    wish: null,
    createdAt: new Date("2026-11-22T10:00:00Z"),
  },
  policy: DEFAULT_POLICY,
  waivedCosts: ZERO,
  discount: ZERO,
  acceptedOn: day("2026-11-22"),
  instalments: schedule.map((instalment) => ({
    ...instalment,
    originalDueOn: instalment.dueOn,
    movedFrom: null,
    postponed: false,
    skipped: false,
    paidOn: null,
  })),
};

const instalment = { seq: 1, dueOn: day("2026-12-01"), amount: asCents(81_16n), open: asCents(61_16n) };
const money = { paid: asCents(20_00n), open: asCents(142_31n) };

const everyNews: DebtorNews[] = [
  { kind: "accepted", by: "policy" },
  { kind: "accepted", by: "creditor" },
  { kind: "accepted", by: "debtor" },
  { kind: "proposed", decideBefore: day("2026-11-27") },
  { kind: "countered", message: "Vier keer kan wel.", validUntil: day("2026-12-06") },
  { kind: "declined", reason: "Uw vorige regeling is net gestopt." },
  { kind: "withdrawn" },
  { kind: "cancelled", reason: "" },
  { kind: "expired", waitedFor: "creditor" },
  { kind: "expired", waitedFor: "debtor" },
  { kind: "completed" },
  { kind: "broken" },
  { kind: "remind", instalment },
  { kind: "missed_first", instalment },
  { kind: "missed_second", instalment },
  { kind: "moved_to_end", instalment, newDueOn: day("2027-02-01") },
  { kind: "postponed", instalment, newDueOn: day("2026-12-15") },
  { kind: "skipped", instalment, newDueOn: day("2027-02-01") },
  { kind: "last_letter", behind: asCents(142_31n), before: day("2026-12-22") },
  { kind: "debit_announced", instalment, on: day("2026-12-01") },
  { kind: "debit_failed", instalment },
];

function written(news: DebtorNews, changes: Partial<NewsTextInput["arrangement"]> = {}): string {
  const input = { news, arrangement: { ...arrangement, ...changes }, money, creditor: "Bakkerij Jansen" };
  const { subject, blocks } = debtorNewsText(input, translatorFor("nl"));
  const text = blocks.map((block) =>
    block.type === "paragraph" ? block.text : block.rows.map(({ label, value }) => `${label}: ${value}`).join("\n"),
  );
  return [subject, ...text].join("\n\n").replaceAll("\u00a0", " ");
}

test.each(LANGUAGES)("every piece of news is complete in %s, and holds no link", (language) => {
  for (const news of everyNews) {
    const input = { news, arrangement, money, creditor: "Bakkerij Jansen" };
    const { subject, blocks } = debtorNewsText(input, translatorFor(language));
    const text = [subject, ...blocks.map((block) => JSON.stringify(block))].join(" ");
    expect(text, news.kind).not.toMatch(/\{\{|undefined|arrangementMail|agreement\.|https?:/);
    expect(subject, news.kind).not.toMatch(/€|Jansen/);
    expect(blocks.length, news.kind).toBeGreaterThanOrEqual(3);
  }
});

test("an accepted plan is told with its whole table and its rules", () => {
  expect(written({ kind: "accepted", by: "creditor" })).toBe(`Uw regeling is goedgekeurd

Bakkerij Jansen vindt uw voorstel goed. U kunt in delen betalen. Uw regeling gaat vandaag in.

U betaalt samen € 162,31, in 2 termijnen. De eerste betaalt u uiterlijk op 1 december 2026.

1 december 2026: € 81,16
1 januari 2027: € 81,15

Zolang u zich aan de regeling houdt, komt er geen rente bij. Zolang de regeling loopt, komen er geen nieuwe kosten bij.

Betaalt u een termijn niet? Dan krijgt u eerst een bericht. Na 5 dagen schuift de termijn naar het eind. Dat kan één keer. Mist u 2 termijnen achter elkaar? Dan krijgt u een laatste brief. U heeft dan nog 14 dagen om te betalen. Pas daarna stopt de regeling. Wat u heeft betaald, blijft betaald. Ook als de regeling stopt.

Wilt u een termijn betalen, een keer uitstel vragen of alles nalezen? Dat doet u op de pagina van uw regeling. Daar staat ook de hele afspraak als pdf.`);
});

test("the last letter names the amount, the day and what follows, and that what was paid stays paid", () => {
  const text = written({ kind: "last_letter", behind: asCents(81_16n), before: day("2026-12-22") });
  expect(text).toContain("Betaalt u € 81,16 uiterlijk op 22 december 2026, dan loopt uw regeling gewoon door.");
  expect(text).toContain("Lukt dat niet, dan stopt de regeling na die dag.");
  expect(text).toContain("Wat u heeft betaald, blijft betaald.");
});

test("the second message about an instalment that has moved asks for nothing that is not due", () => {
  const [first, ...others] = arrangement.instalments;
  const moved = { ...first!, dueOn: day("2027-02-01"), movedFrom: day("2026-12-01") };
  const text = written({ kind: "missed_second", instalment }, { instalments: [moved, ...others] });
  expect(text).toContain("U betaalt deze € 61,16 uiterlijk op 1 februari 2027.");
  expect(text).not.toContain("staat nog open");
});

test("the creditor's own words stand between quotation marks, and no empty ones", () => {
  expect(written({ kind: "declined", reason: "Bel ons." })).toContain(
    "De reden, in de woorden van Bakkerij Jansen: “Bel ons.”",
  );
  expect(written({ kind: "declined", reason: "" })).not.toContain("“");
  expect(written({ kind: "countered", message: "", validUntil: day("2026-12-06") })).not.toContain("schrijft");
});

test("a proposal that never ran is cancelled without a word about money that was paid", () => {
  const text = written({ kind: "cancelled", reason: "" }, { acceptedOn: null });
  expect(text).toContain("Bakkerij Jansen gaat niet verder met uw voorstel");
  expect(text).not.toContain("€");
});
