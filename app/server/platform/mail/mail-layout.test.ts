import { expect, test } from "vitest";
import { layoutMail, type MailContent } from "./mail-layout.server.ts";

const content: MailContent = {
  language: "nl",
  title: "Uw rekening",
  sender: "Bakkerij Jansen",
  blocks: [
    { type: "paragraph", text: "Beste heer De Vries,\nU hebt een rekening open staan." },
    { type: "rows", rows: [{ label: "Kenmerk", value: "2026-0412" }] },
    { type: "button", label: "Bekijk de rekening", url: "https://betalen.example.nl/l/abc?lang=nl&x=1" },
    { type: "code", label: "Of typ deze code", code: "0024-H36H" },
  ],
  footer: ["Vertrouwt u dit bericht niet? Ga zelf naar betalen.example.nl."],
};

test("the plain text holds everything, links written out", () => {
  expect(layoutMail(content).text).toBe(`Bakkerij Jansen

Beste heer De Vries,
U hebt een rekening open staan.

Kenmerk: 2026-0412

Bekijk de rekening:
https://betalen.example.nl/l/abc?lang=nl&x=1

Of typ deze code:
0024-H36H

-- 
Vertrouwt u dit bericht niet? Ga zelf naar betalen.example.nl.
`);
});

test("the HTML holds the same, with the address visible under its button", () => {
  const { html } = layoutMail(content);
  expect(html).toContain('<html lang="nl" dir="ltr">');
  expect(html).toContain("Beste heer De Vries,<br>U hebt een rekening open staan.");
  expect(html.match(/https:\/\/betalen\.example\.nl\/l\/abc\?lang=nl&amp;x=1/g)).toHaveLength(2);
  expect(html).toContain("0024-H36H");
  expect(html).toContain("prefers-color-scheme:dark");
});

test("nothing is loaded from outside and nothing runs", () => {
  expect(layoutMail(content).html).not.toMatch(/<img|<link|<script|src=|url\(|@import|@font-face/);
});

test("text cannot become markup", () => {
  const evil = `"><img src=x onerror=alert(1)>&amp;`;
  const { html } = layoutMail({
    language: "nl",
    title: evil,
    sender: evil,
    footer: [evil],
    blocks: [
      { type: "paragraph", text: evil },
      { type: "rows", rows: [{ label: evil, value: evil }] },
      { type: "button", label: evil, url: `https://example.nl/${evil}` },
      { type: "code", label: evil, code: evil },
    ],
  });
  expect(html).not.toContain("<img");
  expect(html.match(/&quot;&gt;&lt;img src=x onerror=alert\(1\)&gt;&amp;amp;/g)).toHaveLength(9);
});

test("a link to anything but the web is a mistake", () => {
  const blocks = [{ type: "button" as const, label: "x", url: "javascript:alert(1)" }];
  expect(() => layoutMail({ ...content, blocks })).toThrow("a mail links to the web, not to javascript:");
});

test("an Arabic mail runs from right to left; codes and addresses in it do not", () => {
  const { html } = layoutMail({ ...content, language: "ar" });
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html).toContain('<div lang="ar" dir="rtl" class="paper ink"');
  expect(html).toContain('<strong dir="ltr"');
  expect(html).toMatch(/text-align:left"><bdi>2026-0412<\/bdi>/);
});
