import type { Result } from "#app/domain/result.ts";
import type { Language } from "#app/i18n/languages.ts";
import { translatorFor } from "#app/i18n/translator.ts";
import type { ReadFile, ReadFileRefusal } from "./read-document.server.ts";

/** The file, or in words why it cannot be had: 404 either way. */
export function fileAnswer(read: Result<ReadFile, ReadFileRefusal>, language: Language): Response {
  if (read.ok) return new Response(read.value.bytes, { headers: read.value.headers });
  const { t } = translatorFor(language);
  return new Response(t(`evidence.file.${read.error.kind}`), {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Content-Language": language, "Cache-Control": "no-store" },
  });
}
