import { formatDay } from "#app/ui/format.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import { askedLine } from "./asked-line.ts";
import { byText } from "./decided-text.ts";
import type { OfferView } from "./inbox-view.ts";

/** Every offer there was, the newest first. */
export function OfferHistory({ offers }: { offers: readonly OfferView[] }) {
  const translator = useTranslation();
  const { t, language } = translator;
  return (
    <section>
      <h2>{t("inbox.item.history")}</h2>
      <ol className="mb-4">
        {offers.map((offer) => (
          <li key={offer.version} className="border-b border-line py-3 last:border-b-0">
            <span className="block text-small text-ink-soft [overflow-wrap:anywhere]">
              {t("inbox.item.historyBy", { day: formatDay(offer.on, language), by: byText(offer.by, translator) })}
            </span>
            <span className="block tabular-nums">{askedLine(offer, translator)}</span>
            {offer.message !== "" && (
              <span className="block whitespace-pre-line text-small [overflow-wrap:anywhere]">
                {t("inbox.item.historyMessage", { text: offer.message })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
