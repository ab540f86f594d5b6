import { FALLBACK_LANGUAGE, isLanguage, type Language } from "./languages.ts";

/**
 * The language of a page: what the reader chose, else what the creditor knows of the debtor, else what the browser asks
 * for in `Accept-Language` (by its weights), else Dutch.
 */
export function preferredLanguage(wishes: { chosen: string | null; known?: string; accepted: string }): Language {
  if (wishes.chosen !== null && isLanguage(wishes.chosen)) return wishes.chosen;
  if (wishes.known !== undefined && isLanguage(wishes.known)) return wishes.known;
  const accepted = wishes.accepted
    .split(",")
    .map((item) => {
      const [tag = "", ...parameters] = item.trim().split(";");
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return {
        language: tag.trim().toLowerCase().split("-")[0] ?? "",
        weight: weight === undefined ? 1 : Number(weight),
      };
    })
    .filter((item) => item.weight > 0)
    .sort((left, right) => right.weight - left.weight);
  return accepted.map((item) => item.language).find(isLanguage) ?? FALLBACK_LANGUAGE;
}
