import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PlainLanguageNote } from "./plain-language-note.tsx";

const htmlOf = (text: string) => renderToStaticMarkup(<PlainLanguageNote text={text} />);

test("a creditor reads which of its words are hard, and how long its sentences are", () => {
  const html = htmlOf(`Indien u klaagt, bellen wij. ${"en nog een woord ".repeat(7)}.`);
  expect(html).toContain("Een moeilijk woord: “Indien”.");
  expect(html).toContain("Een zin van 28 woorden: “en nog een woord en nog een woord en nog een woord en nog ee…”.");
});

test("a plain text is left in peace", () => {
  expect(htmlOf("Bel ons gerust. Wij helpen u.")).toBe("");
});
