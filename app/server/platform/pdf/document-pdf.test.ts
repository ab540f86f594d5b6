import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { documentPdf, type PdfDocumentInput } from "./document-pdf.server.ts";

const letter: PdfDocumentInput = {
  title: "Betaalbewijs",
  language: "nl",
  createdAt: new Date("2026-11-22T10:00:00Z"),
  footer: "Voettekst",
  pageLabel: (page, pages) => `Pagina ${page} van ${pages}`,
  blocks: [
    { type: "heading", text: "Één kop" },
    { type: "paragraph", text: "Zoë Müller" },
    { type: "lines", lines: ["Dorpsstraat 1", "1234 AB Ons Dorp"] },
    { type: "rows", rows: [{ label: "Bedrag", value: "€ 187,50", strong: true }] },
  ],
};

/** The drawn text of each page: every line as one string. */
function pageTexts(pdf: Uint8Array): string[] {
  const raw = Buffer.from(pdf).toString("latin1");
  const pages: string[] = [];
  for (const [, body] of raw.matchAll(/\/Filter \/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g)) {
    const content = inflateSync(Buffer.from(body ?? "", "latin1")).toString("latin1");
    const lines = Array.from(content.matchAll(/\[([^\]]*)\] TJ/g), ([, parts]) => {
      const hex = Array.from((parts ?? "").matchAll(/<([0-9a-f]*)>/g), ([, digits]) => digits).join("");
      return Buffer.from(hex, "hex").toString("latin1").replaceAll("\x80", "€");
    });
    pages.push(lines.join("\n"));
  }
  return pages;
}

test("the same input gives the same bytes", async () => {
  expect(await documentPdf(letter)).toEqual(await documentPdf(letter));
});

test("is a tagged document with a title, a language and its date", async () => {
  const raw = Buffer.from(await documentPdf(letter)).toString("latin1");
  expect(raw.slice(0, 8)).toBe("%PDF-1.7");
  for (const part of ["/Marked true", "/Lang (nl)", "/DisplayDocTitle true", "(D:20261122100000Z)", "(Betaalbewijs)"]) {
    expect(raw).toContain(part);
  }
  for (const tag of ["/S /H1", "/S /H2", "/S /P", "/S /Table", "/S /TR", "/S /TH", "/S /TD"])
    expect(raw).toContain(tag);
});

test("the euro sign and accents are printed", async () => {
  expect(pageTexts(await documentPdf(letter))).toEqual([
    [
      "Betaalbewijs",
      "Één kop",
      "Zoë Müller",
      "Dorpsstraat 1",
      "1234 AB Ons Dorp",
      "Bedrag",
      "€ 187,50",
      "Voettekst",
      "Pagina 1 van 1",
    ].join("\n"),
  ]);
});

test("a long table goes on, with its header, and loses no row", async () => {
  const rows = Array.from({ length: 70 }, (_, index) => [`Termijn ${index + 1}`, "€ 15,00"]);
  const columns = [
    { label: "Wat", align: "left" as const },
    { label: "Hoeveel", align: "right" as const },
  ];
  const blocks = [{ type: "table" as const, columns, rows, total: ["Samen", "€ 1.050,00"] }];
  const pages = pageTexts(await documentPdf({ ...letter, blocks }));
  expect(pages).toHaveLength(3);
  expect(pages.every((page) => page.includes("Wat\nHoeveel"))).toBe(true);
  expect(pages.join("\n").match(/Termijn \d+/g)).toEqual(rows.map(([name]) => name));
  expect(pages[2]).toContain("Samen\n€ 1.050,00");
  expect(pages[2]).toContain("Pagina 3 van 3");
});

test("text without end is cut to its page instead of running away", async () => {
  const blocks = [{ type: "rows" as const, rows: [{ label: "Omschrijving", value: "woord ".repeat(5000) }] }];
  expect(pageTexts(await documentPdf({ ...letter, blocks }))).toHaveLength(1);
});
