import { expect, test } from "vitest";
import {
  direction,
  isLanguage,
  languageForCreditor,
  languageName,
  languageOf,
  LANGUAGES,
  voiceOf,
} from "./languages.ts";
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

test("in Dutch a creditor's debtors may be called je: what says u says je, and the rest is as it is", () => {
  const [formal, informal] = [translatorFor("nl"), translatorFor(voiceOf("nl", "informal"))];
  expect(formal.t("overview.title.open")).toBe("U heeft een openstaande rekening");
  expect(informal.t("overview.title.open")).toBe("Je hebt een openstaande rekening");
  expect(informal.t("overview.title.several", { count: 1 })).toBe("Je hebt 1 openstaande rekening");
  expect(informal.t("overview.title.several", { count: 3 })).toBe("Je hebt 3 openstaande rekeningen");
  expect(informal.t("common.back")).toBe("Terug");
  expect([informal.language, informal.dir]).toEqual(["nl", "ltr"]);
  expect([voiceOf("nl", "formal"), voiceOf("de", "informal")]).toEqual(["nl", "de"]);
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

test("a high count is written as the language writes numbers", () => {
  const days = (["nl", "en", "ar"] as const).map((language) =>
    translatorFor(language).t("statement.interest.days", { count: 1204 }),
  );
  expect(days).toEqual(["1.204 dagen", "1,204 days", "\u20681,204\u2069 أيام"]);
});

test("values that look like placeholders stay as they are", () => {
  expect(translatorFor("nl").t("help.creditor.heading", { name: "{{name}} $t(common.back) $& $1" })).toBe(
    "Contact met {{name}} $t(common.back) $& $1",
  );
});

test("a text without one of its values, or without the count that chooses its form, is a fault and no sentence", () => {
  const { t } = translatorFor("nl");
  expect(() => t("help.creditor.heading")).toThrow("asks for name");
  expect(() => t("help.creditor.heading", { who: "Jansen" })).toThrow("asks for name");
  expect(() => t("helper.daysHint", { days: 30 })).toThrow("no text helper.daysHint");
});
