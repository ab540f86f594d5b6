import type { AppLoadContext } from "@remix-run/node";
import type { Language } from "#app/i18n/languages.ts";
import { preferredLanguage } from "#app/i18n/preferred-language.ts";

/** The language of this answer; `known` is what the creditor says of the debtor. */
export function pageLanguage(context: AppLoadContext, known?: string): Language {
  const { language: chosen, acceptLanguage: accepted, spokenLanguages: spoken } = context;
  return preferredLanguage({ chosen, accepted, spoken, ...(known === undefined ? {} : { known }) });
}

/** This page's own address with its query, for the links to its other languages. */
export function pagePath(request: Request): string {
  const url = new URL(request.url);
  return `${url.pathname}${url.search}`;
}
