import { FALLBACK_LANGUAGE, isVoice } from "#app/i18n/languages.ts";
import { type TextKey, type TextValues, translatorFor } from "#app/i18n/translator.ts";

/** The name of the browser's tab. Behind a link it names no creditor and no amount: somebody may look along. */
export function pageTitle(
  page: { language: string; title: TextKey; values?: TextValues | undefined; wrong?: boolean | undefined } | undefined,
) {
  const { t } = translatorFor(page && isVoice(page.language) ? page.language : FALLBACK_LANGUAGE);
  const title = page ? t(page.title, page.values) : t("common.portalName");
  return [{ title: `${page?.wrong ? t("common.pageTitleError", { title }) : title} · Voldaan` }];
}
