import type { Language } from "./languages.ts";

/**
 * How `Intl` writes days and numbers in a language: as in the Netherlands or the language's own country, with the digits
 * that stand on bills and bank cards here.
 */
export function localeOf(language: Language): string {
  return LOCALES[language];
}

/** Something of `Intl` for each language, made when a reader first needs it: making one takes long, using it does not. */
export function byLocale<Format>(make: (locale: string) => Format): (language: Language) => Format {
  const made = new Map<Language, Format>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const fresh = make(LOCALES[language]);
    made.set(language, fresh);
    return fresh;
  };
}

const LOCALES: Readonly<Record<Language, string>> = {
  nl: "nl-NL",
  en: "en-GB",
  de: "de-DE",
  fr: "fr-FR",
  pl: "pl-PL",
  tr: "tr-TR",
  ar: "ar-u-nu-latn",
  uk: "uk-UA",
};
