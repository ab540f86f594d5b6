import { renderToStaticMarkup } from "react-dom/server";
import type { Language } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { TranslationProvider } from "#app/ui/translation.tsx";
import type { GalleryCase } from "./gallery-case.ts";

/** The HTML inside `<body>`. */
export function renderCase({ page }: GalleryCase, language: Language): string {
  return renderToStaticMarkup(<TranslationProvider value={translatorFor(language)}>{page}</TranslationProvider>);
}
