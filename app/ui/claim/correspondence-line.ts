import type { Translator } from "#app/i18n/translator.ts";
import { formatDay } from "#app/ui/format.ts";
import type { MessageItem } from "./correspondence.ts";

/** When and by which way something was said: `18 juni 2026, brief`. */
export function messageLine(
  { date, channel, direction }: Pick<MessageItem, "date" | "channel" | "direction">,
  { t, language }: Translator,
): string {
  const way = direction === "inbound" ? t(`letters.inbound.${channel}`) : t(`letters.channel.${channel}`);
  return t("letters.meta", { day: formatDay(date, language), channel: way });
}
