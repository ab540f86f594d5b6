import { expect, test } from "vitest";
import { cutWhole } from "./cut-whole.server.ts";
import { isStorable, storableText } from "./storable-text.server.ts";

test.each([
  ["Zoë 😀\t\u0001\uFFFF", true, "Zoë 😀\t\u0001\uFFFF"],
  ["a\0b", false, "a\uFFFDb"],
  ["a\uD83D", false, "a\uFFFD"],
  ["\uDE00\uD83D", false, "\uFFFD\uFFFD"],
])("%j: what PostgreSQL takes", (text, storable, made) => {
  expect([isStorable(text), storableText(text)]).toEqual([storable, made]);
});

test("a text is cut between two characters, never within one", () => {
  expect([2, 3, 4, 5].map((most) => cutWhole("ab😀c", most))).toEqual(["ab", "ab", "ab😀", "ab😀c"]);
});
