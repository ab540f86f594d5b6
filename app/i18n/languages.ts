/** The languages the portal speaks. The first is the one the law is written in. */
export const LANGUAGES = ["nl", "en"] as const;

export type Language = (typeof LANGUAGES)[number];

export const FALLBACK_LANGUAGE: Language = "nl";

export type Direction = "ltr" | "rtl";

export function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text);
}

export function direction(language: Language): Direction {
  return DIRECTIONS[language];
}

/** The language's name in that language, for the reader who does not read this one. */
export function languageName(language: Language): string {
  return NAMES[language];
}

const NAMES: Readonly<Record<Language, string>> = { nl: "Nederlands", en: "English" };

const DIRECTIONS: Readonly<Record<Language, Direction>> = { nl: "ltr", en: "ltr" };
