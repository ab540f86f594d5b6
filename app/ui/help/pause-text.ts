import type { LocalDate } from "#app/domain/calendar.ts";
import type { PauseReason } from "#app/domain/pause.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { formatDay } from "#app/ui/format.ts";

export type PauseView = { readonly reason: PauseReason; readonly untilOn: LocalDate | null };

/** Why a claim rests and until when, in one sentence. */
export function pauseText({ reason, untilOn }: PauseView, creditor: string, { t, language }: Translator): string {
  const until = untilOn === null ? t("pause.until.open") : t("pause.until.day", { day: formatDay(untilOn, language) });
  return t(`pause.status.${reason}`, { creditor, until });
}
