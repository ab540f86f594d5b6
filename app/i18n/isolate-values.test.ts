import { expect, test } from "vitest";
import { isolateValues } from "./isolate-values.ts";
import { translatorFor } from "./translator.ts";

test("what stands in a sentence from right to left keeps its own direction", () => {
  expect(isolateValues({ name: "Jansen B.V.", count: 2, url: "https://a.nl/c", none: "" })).toEqual({
    name: "\u2068Jansen B.V.\u2069",
    count: 2,
    url: "https://a.nl/c",
    none: "",
  });
});

test("only Arabic needs that", () => {
  expect(translatorFor("ar").t("help.creditor.heading", { name: "Jansen" })).toContain("\u2068Jansen\u2069");
  expect(translatorFor("uk").t("help.creditor.heading", { name: "Jansen" })).not.toMatch(/[\u2066-\u2069]/);
});

test("a name that ends in a full stop ends an Arabic sentence too", () => {
  const text = translatorFor("ar").t("document.question", { name: "Jansen B.V." });
  expect(text).not.toContain("\u2069.");
});
