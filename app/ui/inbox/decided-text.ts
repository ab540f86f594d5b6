import type { ArrangementStatus } from "#app/domain/arrangement/arrangement-state.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { formatInstant } from "#app/ui/format.ts";
import type { DecidedByView } from "./inbox-view.ts";

/** Who did it, in a few words. */
export function byText(by: DecidedByView, { t }: Pick<Translator, "t">): string {
  return by.kind === "colleague" ? by.email : t(`inbox.by.${by.kind}`);
}

/** What was decided, by whom and when. */
export function decisionText(
  { status, by, at }: { status: ArrangementStatus; by: DecidedByView; at: string },
  { t, language }: Translator,
): string {
  return t("inbox.decision", {
    what: t(`inbox.status.${status}`),
    by: byText(by, { t }),
    at: formatInstant(at, language),
  });
}
