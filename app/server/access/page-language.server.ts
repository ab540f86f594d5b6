import type { AppLoadContext } from "@remix-run/node";
import { type Language, type Voice, voiceOf } from "#app/i18n/languages.ts";
import { preferredLanguage } from "#app/i18n/preferred-language.ts";

/** The language of this answer; `known` is what the creditor or the debtor said. */
export function pageLanguage(context: AppLoadContext, known?: string | null): Language {
  const { language: chosen, acceptLanguage: accepted, spokenLanguages: spoken } = context;
  return preferredLanguage({ chosen, accepted, spoken, ...(known ? { known } : {}) });
}

/**
 * What a debtor's page speaks in: its language, and in Dutch u or je as the creditor chose. Whose session it is has to be
 * known by now; before that, and to whoever has none, it is u.
 */
export function pageVoice(context: AppLoadContext, known?: string | null): Voice {
  return voiceOf(pageLanguage(context, known), context.formOfAddress ?? "formal");
}

/** This page's own address with its query, for the links to its other languages. */
export function pagePath(request: Request): string {
  const url = new URL(request.url);
  return `${url.pathname}${url.search}`;
}
