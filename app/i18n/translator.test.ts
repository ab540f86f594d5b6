import { expect, test } from "vitest";
import { direction, isLanguage, languageName } from "./languages.ts";
import { translatorFor } from "./translator.ts";

test("a translator speaks its own language, whatever was asked for after it", () => {
  const dutch = translatorFor("nl");
  const english = translatorFor("en");
  expect(dutch.t("common.back")).toBe("Terug");
  expect(english.t("common.back")).toBe("Back");
  expect(dutch.t("common.back")).toBe("Terug");
});

test("there is one translator per language, and it cannot be changed", () => {
  expect(translatorFor("nl")).toBe(translatorFor("nl"));
  expect(Object.isFrozen(translatorFor("nl"))).toBe(true);
});

test("values are filled in as they are", () => {
  expect(translatorFor("nl").t("help.creditor.heading", { name: "Jansen & Zn <BV>" })).toBe(
    "Contact met Jansen & Zn <BV>",
  );
});

test("languages know their own name and direction", () => {
  expect([languageName("nl"), languageName("en")]).toEqual(["Nederlands", "English"]);
  expect(direction("nl")).toBe("ltr");
  expect([isLanguage("en"), isLanguage("EN"), isLanguage("de"), isLanguage("")]).toEqual([true, false, false, false]);
});
