import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DocumentText } from "./document-text.tsx";

const htmlOf = (text: string) => renderToStaticMarkup(<DocumentText text={text} lang="nl" />);

test("names and values stand apart and read on, the first line leads its block", () => {
  const html = htmlOf("1. Taart\nPrijs: €\u00a096,00\n\nTotaal: €\u00a096,00");
  expect(html.match(/border-b border-line py-4/g)).toHaveLength(2);
  expect(html).toMatch(/<p class="[^"]*font-semibold[^"]*">1\. Taart<\/p>/);
  expect(html).toMatch(/<span [^>]*>Prijs: <\/span><span [^>]*>€\u00a096,00<\/span>/);
  expect(html.replace(/<[^>]*>/g, "")).toBe("1. TaartPrijs: €\u00a096,00Totaal: €\u00a096,00");
  expect(html).toMatch(/^<div lang="nl"/);
});

test("a sentence with a colon stays a sentence", () => {
  const sentence = "Let op: wij zijn deze week tot en met vrijdag gesloten.";
  expect(htmlOf(`Opmerking:\n${sentence}`)).toContain(`>${sentence}</p>`);
});

test("markup in a document is only words", () => {
  expect(htmlOf("<script>alert(1)</script>\n<b>x</b>: <i>y</i>")).not.toMatch(/<(script|b|i)>/);
});
