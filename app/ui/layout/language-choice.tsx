import { languageName, LANGUAGES } from "#app/i18n/languages.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import { languageHref } from "./language-href.ts";

/** The id of the choice, for the way to it from the top of the page. */
export const LANGUAGE_CHOICE = "languages";

/** The same page in every language, each by its own name. `path` is this page's, with its query. */
export function LanguageChoice({ path }: { path: string }) {
  const { t, language } = useTranslation();
  return (
    <nav
      id={LANGUAGE_CHOICE}
      aria-label={t("common.language")}
      className="mt-8 border-t border-line pt-2 text-small print:hidden"
    >
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,8rem),1fr))] gap-x-4 sm:grid-cols-4">
        {LANGUAGES.map((one) => (
          <li key={one} lang={one} className="flex">
            {one === language ? (
              <span aria-current="true" className="inline-flex min-h-target items-center font-semibold">
                {languageName(one)}
              </span>
            ) : (
              <a
                href={languageHref(path, one)}
                hrefLang={one}
                className="inline-flex min-h-target min-w-target items-center text-ink-soft"
              >
                {languageName(one)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
