import { expect, test } from "vitest";
import { direction, isLanguage, languageForCreditor, languageName, languageOf, LANGUAGES } from "./languages.ts";
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

test("a name that ends in a full stop ends the sentence too", () => {
  const dutch = translatorFor("nl");
  expect(dutch.t("document.question", { name: "Jansen B.V." })).toBe("Klopt er iets niet? Laat het Jansen B.V. weten.");
  expect(dutch.t("overview.next.notYetDue", { day: "Jansen B.V." })).toBe(
    "U kunt betalen tot en met Jansen B.V. Tot en met die dag komt er niets bij.",
  );
  expect(dutch.t("overview.next.notYetDue", { day: "Jansen" })).toBe(
    "U kunt betalen tot en met Jansen. Tot en met die dag komt er niets bij.",
  );
  expect(dutch.t("overview.about.one", { description: "Brood?", number: "F.1." })).toBe("Brood?, rekening F.1.");
});

test("languages know their own name and direction", () => {
  expect([languageName("nl"), languageName("en")]).toEqual(["Nederlands", "English"]);
  expect(direction("nl")).toBe("ltr");
  expect([languageName("tr"), languageName("ar")]).toEqual(["Türkçe", "العربية"]);
  expect(LANGUAGES.filter((language) => direction(language) === "rtl")).toEqual(["ar"]);
  expect([isLanguage("en"), isLanguage("EN"), isLanguage("es"), isLanguage("")]).toEqual([true, false, false, false]);
  expect([languageOf("uk"), languageOf("es")]).toEqual(["uk", "nl"]);
  expect([languageForCreditor("en"), languageForCreditor("uk")]).toEqual(["en", "nl"]);
});

test("a count chooses the form, each time anew", () => {
  const dutch = translatorFor("nl");
  const days = [1, 2, 1, 0].map((count) => dutch.t("statement.interest.days", { count }));
  expect(days).toEqual(["1 dag", "2 dagen", "1 dag", "0 dagen"]);
  expect(translatorFor("en").t("statement.invoices.many", { count: 1 })).toBe("The invoice");
});

test("values that look like placeholders stay as they are", () => {
  expect(translatorFor("nl").t("help.creditor.heading", { name: "{{name}} $t(common.back) $& $1" })).toBe(
    "Contact met {{name}} $t(common.back) $& $1",
  );
});
