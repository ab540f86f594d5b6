import type { Language } from "#app/i18n/languages.ts";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The language somebody asked for: in the address now, or earlier and kept in a cookie. */
export function chosenLanguage({
  asked,
  cookies,
  spoken,
}: {
  asked: string | null;
  cookies: string | null;
  spoken: readonly Language[];
}): Language | null {
  const kept = /(?:^|;\s*)language=([a-z]{2})(?:;|$)/.exec(cookies ?? "")?.[1];
  return spoken.find((language) => language === asked) ?? spoken.find((language) => language === kept) ?? null;
}

export function languageCookie(language: Language, { secure }: { secure: boolean }): string {
  return `language=${language}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly${secure ? "; Secure" : ""}`;
}
