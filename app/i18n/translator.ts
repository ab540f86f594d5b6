import { createInstance, type ResourceLanguage } from "i18next";
import { arabicTexts } from "./arabic-texts.ts";
import { dutchTexts } from "./dutch-texts.ts";
import { englishTexts } from "./english-texts.ts";
import { frenchTexts } from "./french-texts.ts";
import { joinFullStops, markEnds } from "./full-stop.ts";
import { germanTexts } from "./german-texts.ts";
import { isolateValues } from "./isolate-values.ts";
import { type Direction, direction, FALLBACK_LANGUAGE, type Language } from "./languages.ts";
import { polishTexts } from "./polish-texts.ts";
import { cutText, fillIn, type TextTemplate } from "./text-template.ts";
import { turkishTexts } from "./turkish-texts.ts";
import { ukrainianTexts } from "./ukrainian-texts.ts";

/** The address of a text, `"landing.title"`: page file, then key. Plural forms share one key. */
export type TextKey = KeysOf<typeof dutchTexts>;

/** What is filled in at `{{name}}`; `count` also chooses among the plural forms that the language has. */
export type TextValues = Readonly<Record<string, string | number>>;

export type Translator = {
  readonly language: Language;
  readonly dir: Direction;
  readonly t: (key: TextKey, values?: TextValues) => string;
};

type KeysOf<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? WithoutPlural<Key> : `${Key}.${KeysOf<Texts[Key]>}`;
}[keyof Texts & string];

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;

/** All of Dutch and English; of the others what debtors read. */
const TEXTS: Readonly<Record<Language, ResourceLanguage>> = {
  nl: dutchTexts,
  en: englishTexts,
  de: germanTexts,
  fr: frenchTexts,
  pl: polishTexts,
  tr: turkishTexts,
  ar: arabicTexts,
  uk: ukrainianTexts,
};

const translators = new Map<Language, Translator>();

/**
 * The texts in one language. There is one translator per language and it never changes language, so that two requests
 * at the same time cannot swap theirs. Values are filled in as they are: React, the mail writer and the PDF writer escape.
 * Only a full stop right after a value that has one, `Jansen B.V.`, is left out; and in Arabic a value keeps its own
 * direction, whatever stands around it.
 */
export function translatorFor(language: Language): Translator {
  const known = translators.get(language);
  if (known) return known;
  const made = makeTranslator(language);
  translators.set(language, made);
  return made;
}

function makeTranslator(language: Language): Translator {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: FALLBACK_LANGUAGE,
    resources: {
      [FALLBACK_LANGUAGE]: { translation: TEXTS[FALLBACK_LANGUAGE] },
      [language]: { translation: TEXTS[language] },
    },
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const dir = direction(language);
  const fixed = instance.getFixedT(language);
  const plurals = new Intl.PluralRules(language);
  // i18next finds a text, in the form that goes with a count, once; from then on it is only filled in.
  const templates = new Map<string, TextTemplate>();
  function template(key: TextKey, count?: string | number): TextTemplate {
    const plural = typeof count === "number" ? { count } : {};
    const name = typeof count === "number" ? `${key} ${plurals.select(count)}` : key;
    const known = templates.get(name);
    if (known !== undefined) return known;
    const made = cutText(fixed(key, { ...plural, skipInterpolation: true }));
    templates.set(name, made);
    return made;
  }
  function t(key: TextKey, values?: TextValues): string {
    if (values === undefined) return fillIn(template(key), {});
    const shown = dir === "rtl" ? isolateValues(values) : values;
    return joinFullStops(fillIn(template(key, values["count"]), markEnds(values, shown)));
  }
  return Object.freeze({ language, dir, t });
}
