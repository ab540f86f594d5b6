import { expect, test } from "vitest";
import { languageHref } from "./language-href.ts";

test("the same page in another language keeps its query", () => {
  expect(languageHref("/claim", "en")).toBe("/claim?lang=en");
  expect(languageHref("/claim/pay?claim=clm_1", "en")).toBe("/claim/pay?claim=clm_1&lang=en");
  expect(languageHref("/claim?lang=nl", "en")).toBe("/claim?lang=en");
});

test("a path that looks like another site stays on this one", () => {
  expect(languageHref("//evil.example/x", "en")).toBe("/evil.example/x?lang=en");
  expect(languageHref("/\\evil.example", "en")).toBe("/evil.example?lang=en");
});
