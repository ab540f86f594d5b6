import { createContext, type ReactNode, useContext } from "react";
import { FALLBACK_LANGUAGE } from "#app/i18n/languages.ts";
import { type Translator, translatorFor } from "#app/i18n/translator.ts";

const TranslationContext = createContext<Translator>(translatorFor(FALLBACK_LANGUAGE));

export function TranslationProvider({ value, children }: { value: Translator; children: ReactNode }) {
  return <TranslationContext.Provider value={value}>{children}</TranslationContext.Provider>;
}

/** The texts in the reader's language. */
export function useTranslation(): Translator {
  return useContext(TranslationContext);
}
