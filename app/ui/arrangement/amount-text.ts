import { type Cents, toDecimal } from "#app/domain/money.ts";
import type { Language } from "#app/i18n/languages.ts";

/** An amount as somebody would type it, to stand in its box again: `25`, `25,50`, `1234,50`. */
export function amountText(amount: Cents, language: Language): string {
  return toDecimal(amount)
    .replace(/\.00$/, "")
    .replace(".", WITH_A_POINT.has(language) ? "." : ",");
}

const WITH_A_POINT: ReadonlySet<Language> = new Set(["en", "ar"]);
