import { expect, test } from "vitest";
import { preferredLanguage } from "./preferred-language.ts";

test("a choice comes before what is known, and that before the browser", () => {
  expect(preferredLanguage({ chosen: "en", known: "nl", accepted: "nl" })).toBe("en");
  expect(preferredLanguage({ chosen: null, known: "en", accepted: "nl" })).toBe("en");
  expect(preferredLanguage({ chosen: null, accepted: "en-GB,en;q=0.9,nl;q=0.8" })).toBe("en");
});

test("the browser's weights count, and what is refused with zero is left out", () => {
  expect(preferredLanguage({ chosen: null, accepted: "en;q=0.2, nl;q=0.7" })).toBe("nl");
  expect(preferredLanguage({ chosen: null, accepted: "en;q=0, zz" })).toBe("nl");
});

test("an unknown language is no choice, and Dutch is what is left", () => {
  expect(preferredLanguage({ chosen: "xx", known: "zz", accepted: "" })).toBe("nl");
});

test("a page that speaks less gives its reader one of its own", () => {
  const spoken = ["nl", "en"] as const;
  expect(preferredLanguage({ chosen: "ar", accepted: "ar, en;q=0.5", spoken })).toBe("en");
  expect(preferredLanguage({ chosen: null, known: "uk", accepted: "uk", spoken })).toBe("nl");
  expect(preferredLanguage({ chosen: null, known: "uk", accepted: "nl" })).toBe("uk");
});
