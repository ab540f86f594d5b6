import { expect, test } from "vitest";
import { type AgreementInput, arrangementPdf } from "./arrangement-pdf.server.ts";

const agreement: AgreementInput = {
  language: "nl",
  createdAt: new Date("2026-11-22T10:00:00Z"),
  title: "Afspraak om in delen te betalen",
  introduction: "U heeft op 22 november 2026 met Bakkerij Jansen afgesproken om € 162,31 in delen te betalen.",
  rows: [
    { label: "Wie betaalt", value: "Sanne de Boer" },
    { label: "Aan wie", value: "Bakkerij Jansen\nDorpsstraat 1" },
    { label: "Samen te betalen", value: "€ 162,31", strong: true },
  ],
  plan: {
    heading: "Wanneer u wat betaalt",
    columns: ["Termijn", "Betalen uiterlijk op", "Bedrag"],
    rows: [
      ["1", "1 december 2026", "€ 81,16"],
      ["2", "1 januari 2027", "€ 81,15"],
    ],
    total: ["Samen", "", "€ 162,31"],
  },
  rules: [{ heading: "Rente en kosten", texts: ["Zolang de regeling loopt, komen er geen nieuwe kosten bij."] }],
  footer: "Afspraak met Bakkerij Jansen van 22 november 2026",
  pageLabel: (page, pages) => `Pagina ${page} van ${pages}`,
};

const pagesOf = (pdf: Uint8Array) => Buffer.from(pdf).toString("latin1").match(/\/Type \/Page\n/g)?.length; // prettier-ignore

test("an agreement is one page, the same bytes each time", async () => {
  const pdf = await arrangementPdf(agreement);
  expect(pagesOf(pdf)).toBe(1);
  expect(pdf).toEqual(await arrangementPdf(agreement));
});

test("a plan of three years goes on over more pages", async () => {
  const rows = Array.from({ length: 156 }, (_, index) => [String(index + 1), "1 december 2026", "€ 1,04"] as const);
  expect(pagesOf(await arrangementPdf({ ...agreement, plan: { ...agreement.plan, rows } }))).toBeGreaterThan(3);
});
