import { expect, test } from "vitest";
import { orderText, visualLine } from "./visual-line.server.ts";
import { documentPdf, type PdfDocumentInput } from "./document-pdf.server.ts";

const arabic: PdfDocumentInput = {
  title: "إيصال الدفع",
  language: "ar",
  createdAt: new Date("2026-11-22T10:00:00Z"),
  footer: "تذييل الصفحة",
  pageLabel: (page, pages) => `صفحة ${page} من ${pages}`,
  blocks: [
    { type: "heading", text: "المبلغ" },
    { type: "paragraph", text: "دفعت إلى \u2068Jansen B.V.\u2069 مبلغ \u2068\u200f1,234.50\u00a0€\u2069 (مرة واحدة)." },
    { type: "rows", rows: [{ label: "رقم الحساب", value: "NL91 ABNA 0417 1643 00", strong: true }] },
  ],
};

const seen = (text: string) =>
  visualLine(orderText(text), { from: 0, to: text.length }).map((piece) => [piece.text, piece.rightToLeft]);

test("a line from right to left is cut into words, the last one first, and Latin keeps its order", () => {
  expect(seen("دفعت إلى \u2068Jansen B.V.\u2069 اليوم")).toEqual([
    ["اليوم", true],
    [" ", false],
    ["Jansen B.V.", false],
    [" ", false],
    ["إلى", true],
    [" ", false],
    ["دفعت", true],
  ]);
});

test("numbers in it run from left to right, and brackets look the other way", () => {
  expect(seen("(مرة 12)")).toEqual([
    ["(", false],
    ["12", false],
    [" ", false],
    [")مرة", true],
  ]);
  expect(seen("Bel (nu)")).toEqual([["Bel (nu)", false]]);
});

test("Arabic is written from right to left, and told in the order of reading", async () => {
  const raw = Buffer.from(await documentPdf(arabic)).toString("latin1");
  expect(raw).toContain("/Lang (ar)");
  expect(raw).toContain("NotoSansArabic");
  expect(raw).toContain("/ActualText");
  expect(raw).not.toContain("Helvetica");
});

test("the same input gives the same bytes", async () => {
  expect(await documentPdf({ ...arabic, blocks: [] })).toEqual(await documentPdf({ ...arabic, blocks: [] }));
});

test.each([
  ["pl", "Zapłacono: Łódź, żółć"],
  ["tr", "Ödeme makbuzu: İğne, şşş"],
  ["uk", "Квитанція про оплату: їжак, ґава"],
] as const)("what the standard fonts lack comes along, %s", async (language, title) => {
  const raw = Buffer.from(await documentPdf({ ...arabic, language, title })).toString("latin1");
  expect(raw).toContain("NotoSans-");
  expect(raw).toContain(`/Lang (${language})`);
});

test("what Dutch and German need, every reader of a PDF has", async () => {
  const plain = { title: "Übersicht", footer: "Fuß", pageLabel: () => "1", blocks: [{ type: "paragraph" as const, text: "€ 5,00 – „so“" }] }; // prettier-ignore
  const raw = Buffer.from(await documentPdf({ ...arabic, ...plain, language: "de" })).toString("latin1");
  expect(raw).toContain("Helvetica");
  expect(raw).not.toContain("Noto");
});

test("a long text goes on over the pages", async () => {
  const long = { type: "paragraph" as const, text: "كلمة\n".repeat(60).trim() };
  const raw = Buffer.from(await documentPdf({ ...arabic, blocks: [long] })).toString("latin1");
  expect(raw).toMatch(/\/Type \/Pages\n\/Count 2/);
});
