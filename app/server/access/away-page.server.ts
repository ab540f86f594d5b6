import type { Translator } from "#app/i18n/translator.ts";

/**
 * A page that goes on to another site by itself and names nothing. No redirect: `form-action 'self'` stops a form that is
 * answered with the address of another site.
 */
export function awayPage(
  address: URL,
  { t, language, dir }: Pick<Translator, "t" | "language" | "dir">,
): { body: string; headers: Record<string, string> } {
  const href = address.href.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const text = t("details.quickExit.goOn");
  return {
    body: `<!doctype html><html lang="${language}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text}</title></head><body><main><h1><a href="${href}" rel="noreferrer">${text}</a></h1></main></body></html>`,
    headers: { "Content-Type": "text/html; charset=utf-8", Refresh: `0; url=${address.href}` },
  };
}
