import type { CreditorView } from "#app/ui/claim/claim-view.ts";
import { ContactLinks, reachable } from "#app/ui/claim/contact-links.tsx";
import { formatDayWithWeekday } from "#app/ui/format.ts";
import { Note } from "#app/ui/parts/note.tsx";
import { RichText } from "#app/ui/parts/rich-text.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { ActForm } from "./act-form.tsx";
import type { ArrangementView } from "./arrangement-view.ts";
import { OfferComparison } from "./offer-comparison.tsx";
import { PlanRules } from "./plan-rules.tsx";
import { Quotation } from "./quotation.tsx";
import { ScheduleTable } from "./schedule-table.tsx";

/** The creditor offers something else: what, beside what was asked, and the debtor's three answers. */
export function CounterOffer({ arrangement, creditor }: { arrangement: ArrangementView; creditor: CreditorView }) {
  const { t, language } = useTranslation();
  const { id, offer, validUntil, version, today } = arrangement;
  const { name } = creditor;
  return (
    <>
      <p>{t("arrangementPage.countered.lead", { creditor: name })}</p>
      {offer.message !== "" && (
        <Quotation by={t("arrangementPage.words.message", { creditor: name })} text={offer.message} />
      )}
      <OfferComparison arrangement={arrangement} />
      <h2>{t("arrangementPage.countered.tableHeading")}</h2>
      <ScheduleTable schedule={offer.schedule} today={today} caption={t("arrangementPage.table.offer")} />
      <PlanRules arrangement={arrangement} withMissed />
      {validUntil !== null && (
        <Note tone="wait">
          <p>
            <RichText
              text={t("arrangementPage.countered.until", { day: formatDayWithWeekday(validUntil, language) })}
            />
          </p>
        </Note>
      )}
      <Stack>
        <ActForm act="accept" kind="main" about={{ arrangement: id, version }}>
          {t("arrangementPage.countered.accept")}
        </ActForm>
        <ActForm act="start" kind="second">
          {t("arrangementPage.countered.adjust")}
        </ActForm>
        <ActForm act="withdraw" kind="second" about={{ arrangement: id, version }}>
          {t("arrangementPage.countered.letGo")}
        </ActForm>
      </Stack>
      <p className="text-small text-ink-soft">{t("arrangementPage.countered.letGoHint")}</p>
      <h2>{t("arrangementPage.talkHeading")}</h2>
      <p>{t("arrangementPage.countered.talk", { name: reachable(creditor).name })}</p>
      <ContactLinks creditor={creditor} />
    </>
  );
}
