import type { CreditorView } from "#app/ui/claim/claim-view.ts";
import { ContactLinks } from "#app/ui/claim/contact-links.tsx";
import { formatAmount, formatDayWithWeekday } from "#app/ui/format.ts";
import { BulletList } from "#app/ui/parts/bullet-list.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { RichText } from "#app/ui/parts/rich-text.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { ActForm } from "./act-form.tsx";
import { payPage } from "./arrangement-addresses.ts";
import type { ArrangementView } from "./arrangement-view.ts";
import { ScheduleTable } from "./schedule-table.tsx";

type Props = { arrangement: ArrangementView; creditor: CreditorView };

/** Somebody at the creditor decides: when the debtor hears, and what counts until then. */
export function DecisionAwaited({ arrangement, creditor }: Props) {
  const { t, language } = useTranslation();
  const { decideBefore } = arrangement;
  const { name } = creditor;
  return (
    <>
      <p>{t("arrangementPage.proposed.lead", { creditor: name })}</p>
      <Note tone="wait">
        {decideBefore !== null && (
          <p>
            <RichText
              text={t("arrangementPage.proposed.before", { day: formatDayWithWeekday(decideBefore, language) })}
            />
          </p>
        )}
        <p>{t("arrangementPage.proposed.untilThen")}</p>
      </Note>
      <p>{t("arrangementPage.proposed.nothingToDo")}</p>
      <OwnProposal arrangement={arrangement} />
      <h2>{t("arrangementPage.proposed.nextHeading")}</h2>
      <BulletList>
        <li>{t("arrangementPage.proposed.yes", { creditor: name })}</li>
        <li>{t("arrangementPage.proposed.other", { creditor: name })}</li>
        <li>{t("arrangementPage.proposed.no", { creditor: name })}</li>
      </BulletList>
      <h2>{t("arrangementPage.proposed.changedHeading")}</h2>
      <p>{t("arrangementPage.proposed.withdrawHint")}</p>
      <Stack>
        <ButtonLink href={payPage(arrangement)} kind="second">
          {t("arrangementPage.payAlready")}
        </ButtonLink>
        <ActForm act="withdraw" kind="second" about={{ arrangement: arrangement.id, version: arrangement.version }}>
          {t("arrangementPage.proposed.withdraw")}
        </ActForm>
      </Stack>
      <ContactLinks creditor={creditor} />
    </>
  );
}

function OwnProposal({ arrangement: { offer, asked, today } }: { arrangement: ArrangementView }) {
  const { t, language } = useTranslation();
  const { schedule } = offer;
  const spare = asked?.perInstalment ?? null;
  return (
    <>
      <h2>{t("arrangementPage.proposed.ownHeading")}</h2>
      {schedule.length > 0 ? (
        <ScheduleTable schedule={schedule} today={today} caption={t("arrangementPage.table.proposal")} />
      ) : (
        <p>
          {spare === null || spare === 0n
            ? t("arrangementPage.proposed.noPlan")
            : t("arrangementPage.proposed.spareOnly", { amount: formatAmount(spare, language) })}
        </p>
      )}
    </>
  );
}
