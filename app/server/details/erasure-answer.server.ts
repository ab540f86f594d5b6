import type { Retention } from "#app/domain/retention.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { writtenDay } from "#app/server/platform/clock/written-day.server.ts";

/** The answer to who asks to be forgotten, as paragraphs. */
export function erasureAnswer(
  retention: Retention,
  { creditor, translator: { t, language } }: { creditor: string; translator: Translator },
): string[] {
  switch (retention.kind) {
    case "open_claim":
      return [t("details.erasure.open_claim", { creditor }), t("details.erasure.after")];
    case "kept":
      return [t(`details.erasure.${retention.rule}`, { creditor, day: writtenDay(retention.until, language) })];
    case "free":
      return [t("details.erasure.free", { creditor })];
  }
}
