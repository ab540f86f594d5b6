import type { ReactElement } from "react";
import { CREDITOR_LANGUAGES, type Language, LANGUAGES } from "#app/i18n/languages.ts";

/** One page in one state, with made-up people and amounts, to look at and to test. */
export type GalleryCase = {
  /** Also the name of its file. */
  readonly name: string;
  /** Made anew for every language, inside that language's texts. */
  readonly page: ReactElement;
};

/** In which languages a page is shown: debtors' pages speak more of them than creditors'. */
export function languagesOf({ name }: GalleryCase): readonly Language[] {
  return /^(inbox|settings|figures)/.test(name) ? CREDITOR_LANGUAGES : LANGUAGES;
}
