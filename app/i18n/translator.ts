import { createInstance, type ResourceLanguage } from "i18next";
import * as arabicTexts from "./arabic-texts.ts";
import * as dutchTexts from "./dutch-texts.ts";
import * as englishTexts from "./english-texts.ts";
import * as frenchTexts from "./french-texts.ts";
import { joinFullStops, markEnds } from "./full-stop.ts";
import * as germanTexts from "./german-texts.ts";
import { isolateValues } from "./isolate-values.ts";
import * as informalDutchTexts from "./informal-dutch-texts.ts";
import { type Direction, direction, FALLBACK_LANGUAGE, type Language, languageIn, type Voice } from "./languages.ts";
import { byLocale } from "./locales.ts";
import * as polishTexts from "./polish-texts.ts";
import { cutText, fillIn, type TextTemplate } from "./text-template.ts";
import * as turkishTexts from "./turkish-texts.ts";
import * as ukrainianTexts from "./ukrainian-texts.ts";

/** The address of a text, `"landing.title"`: page file, then key. Plural forms share one key. */
export type TextKey = KeysOf<typeof dutchTexts>;

/** What is filled in at `{{name}}`; `count` also chooses among the plural forms that the language has. */
export type TextValues = Readonly<Record<string, string | number>>;

export type Translator = {
  readonly language: Language;
  readonly dir: Direction;
  /** Throws where a value of the text is missing. */
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

const translators = new Map<Voice, Translator>();

/**
 * The texts in one voice. There is one translator per voice and it never changes language, so that two requests
 * at the same time cannot swap theirs. Values are filled in as they are: React, the mail writer and the PDF writer escape.
 * Only a full stop right after a value that has one, `Jansen B.V.`, is left out; and in Arabic a value keeps its own
 * direction, whatever stands around it.
 */
export function translatorFor(voice: Voice): Translator {
  const known = translators.get(voice);
  if (known) return known;
  const made = makeTranslator(voice);
  translators.set(voice, made);
  return made;
}

const counts = byLocale((locale) => new Intl.NumberFormat(locale));

/** `1.204` (Dutch), `1,204` (English): few counts are that high, so `Intl` is asked for those alone. */
function withCountWritten(values: TextValues, language: Language): TextValues {
  const { count } = values;
  return typeof count === "number" && count > 999 ? { ...values, count: counts(language).format(count) } : values;
}

function makeTranslator(voice: Voice): Translator {
  const language = languageIn(voice);
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: FALLBACK_LANGUAGE,
    resources: {
      [FALLBACK_LANGUAGE]: { translation: TEXTS[FALLBACK_LANGUAGE] },
      [language]: { translation: TEXTS[language], informal: voice === "nl-je" ? informalDutchTexts : {} },
    },
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const dir = direction(language);
  const fixed = instance.getFixedT(language, ["informal", "translation"]);
  const plurals = new Intl.PluralRules(language);
  // i18next finds a text, in the form that goes with a count, once; from then on it is only filled in.
  const templates = new Map<string, TextTemplate>();
  function template(key: TextKey, count?: string | number): TextTemplate {
    const plural = typeof count === "number" ? { count } : {};
    const name = typeof count === "number" ? `${key} ${plurals.select(count)}` : key;
    const known = templates.get(name);
    if (known !== undefined) return known;
    const text = fixed(key, { ...plural, skipInterpolation: true });
    if (text === key) throw new Error(`there is no text ${name}; one in several forms needs a count`);
    const made = cutText(text);
    templates.set(name, made);
    return made;
  }
  function t(key: TextKey, values?: TextValues): string {
    if (values === undefined) return fillIn(template(key), {});
    const written = withCountWritten(values, language);
    const shown = dir === "rtl" ? isolateValues(written) : written;
    return joinFullStops(fillIn(template(key, values["count"]), markEnds(written, shown)));
  }
  return Object.freeze({ language, dir, t });
}
