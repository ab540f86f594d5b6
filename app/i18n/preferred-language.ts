import { FALLBACK_LANGUAGE, type Language, LANGUAGES } from "./languages.ts";

export type LanguageWishes = {
  readonly chosen: string | null;
  readonly known?: string;
  /** `Accept-Language`, as the browser sent it. */
  readonly accepted: string;
  /** What the page can speak; everything where it is left out. */
  readonly spoken?: readonly Language[];
};

/**
 * The language of a page, of those it speaks: what the reader chose, else what the creditor knows of the debtor, else what
 * the browser asks for in `Accept-Language` (by its weights), else Dutch.
 */
export function preferredLanguage({ chosen, known, accepted, spoken = LANGUAGES }: LanguageWishes): Language {
  const inOrder = [chosen ?? "", known ?? "", ...byWeight(accepted)];
  return inOrder.flatMap((wish) => spoken.find((language) => language === wish) ?? [])[0] ?? FALLBACK_LANGUAGE;
}

function byWeight(accepted: string): string[] {
  return accepted
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
    .sort((left, right) => right.weight - left.weight)
    .map(({ language }) => language);
}
