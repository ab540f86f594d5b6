/** The languages that debtors are spoken to in. The first is the one the law is written in. */
export const LANGUAGES = ["nl", "en", "de", "fr", "pl", "tr", "ar", "uk"] as const;

export type Language = (typeof LANGUAGES)[number];

/** The languages of those who work for a creditor. */
export const CREDITOR_LANGUAGES = ["nl", "en"] as const satisfies readonly Language[];

export type CreditorLanguage = (typeof CREDITOR_LANGUAGES)[number];

export const FALLBACK_LANGUAGE: CreditorLanguage = "nl";

export type Direction = "ltr" | "rtl";

export function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** How debtors are spoken to in Dutch: u, or je. */
export const FORMS_OF_ADDRESS = ["formal", "informal"] as const;

export type FormOfAddress = (typeof FORMS_OF_ADDRESS)[number];

/** What a debtor is spoken to in: a language, and for Dutch whether it says je. */
export type Voice = Language | "nl-je";

export function isVoice(text: string): text is Voice {
  return text === "nl-je" || isLanguage(text);
}

/** In what to speak to the debtors of a creditor that has this form of address. Other languages than Dutch have one voice. */
export function voiceOf(language: Language, formOfAddress: string): Voice {
  return language === "nl" && formOfAddress === "informal" ? "nl-je" : language;
}

export function languageIn(voice: Voice): Language {
  return voice === "nl-je" ? "nl" : voice;
}

/** The language to write to a debtor in; Dutch where theirs is none of ours. */
export function languageOf(known: string): Language {
  return isLanguage(known) ? known : FALLBACK_LANGUAGE;
}

/** The language of what a debtor sends to a creditor: their own where its people read it, else Dutch. */
export function languageForCreditor(known: string): CreditorLanguage {
  return CREDITOR_LANGUAGES.find((language) => language === known) ?? FALLBACK_LANGUAGE;
}

export function direction(language: Language): Direction {
  return language === "ar" ? "rtl" : "ltr";
}

/** The language's name in that language, for the reader who does not read this one. */
export function languageName(language: Language): string {
  return NAMES[language];
}

const NAMES: Readonly<Record<Language, string>> = {
  nl: "Nederlands",
  en: "English",
  de: "Deutsch",
  fr: "Français",
  pl: "Polski",
  tr: "Türkçe",
  ar: "العربية",
  uk: "Українська",
};
