import type { Language } from "#app/i18n/languages.ts";

/**
 * The same page in another language. `path` starts with a slash and may hold a query. Of several slashes one stays: two
 * would make a link to another site of it.
 */
export function languageHref(path: string, language: Language): string {
  const [pathname = "/", query = ""] = path.split("?", 2);
  const values = new URLSearchParams(query);
  values.set("lang", language);
  return `${pathname.replace(/^[/\\]+/, "/")}?${values.toString()}`;
}
