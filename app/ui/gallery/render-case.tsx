import { renderToStaticMarkup } from "react-dom/server";
import type { Language } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import { TranslationProvider } from "#app/ui/translation.tsx";
import type { GalleryCase } from "./gallery-case.ts";

/** The whole page as a browser gets it. */
export function renderCase(shown: GalleryCase, order: { language: Language; stylesheet: string }): string {
  const translator = translatorFor(order.language);
  const html = (
    <html lang={order.language} dir={translator.dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{`${shown.name} · Voldaan`}</title>
        <link rel="stylesheet" href={order.stylesheet} />
      </head>
      <body>
        <TranslationProvider value={translator}>{shown.page}</TranslationProvider>
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(html)}`;
}
