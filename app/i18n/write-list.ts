import type { Language } from "./languages.ts";
import { byLocale } from "./locales.ts";

const lists = byLocale((locale) => new Intl.ListFormat(locale));

/** `a, b en c`, `a, b und c`, `a ve b`. */
export function writeList(items: readonly string[], language: Language): string {
  return lists(language).format(items);
}
