import type { FollowedInstalment } from "#app/domain/arrangement/follow-plan.ts";
import type { CreditorView } from "#app/ui/claim/claim-view.ts";
import { reachable } from "#app/ui/claim/contact-links.tsx";
import { TalkLinks } from "#app/ui/claim/talk-links.tsx";
import { formatDay } from "#app/ui/format.ts";
import { RichText } from "#app/ui/parts/rich-text.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { ActForm } from "./act-form.tsx";
import { comingInstalment, type RunningView } from "./arrangement-view.ts";
import { CANNOT_PAY } from "./instalment-card.tsx";

/** The air in the plan: later, skipped, said beforehand, or a person to talk to. Nobody has to ask anybody for the first two. */
export function CannotPay({ arrangement, creditor }: { arrangement: RunningView; creditor: CreditorView }) {
  const { t, language } = useTranslation();
  const coming = comingInstalment(arrangement);
  const collected = arrangement.collection === "under_way" ? arrangement.plan.next?.seq : null;
  const late = arrangement.plan.instalments.find(({ state, seq }) => state === "late" && seq !== collected);
  return (
    <section id={CANNOT_PAY}>
      <h2>{t("arrangementPage.air.heading")}</h2>
      {late !== undefined && <p>{t("arrangementPage.air.late", { day: formatDay(late.dueOn, language) })}</p>}
      {coming !== null && <Changes arrangement={arrangement} coming={coming} />}
      <p>{t("arrangementPage.air.talk", { name: reachable(creditor).name })}</p>
      <TalkLinks creditor={creditor} />
    </section>
  );
}

function Changes({ arrangement: { id, changes }, coming }: { arrangement: RunningView; coming: FollowedInstalment }) {
  const { t, language } = useTranslation();
  const { seq } = coming;
  const later = changes.postpone.find((change) => change.seq === seq);
  const toEnd = changes.skip.find((change) => change.seq === seq);
  const day = formatDay(coming.dueOn, language);
  return (
    <>
      {later !== undefined && (
        <>
          <p className="mb-2">
            <RichText text={t("arrangementPage.air.postpone", { day, newDay: formatDay(later.dueOn, language) })} />
          </p>
          <Stack>
            <ActForm act="postpone" kind="second" about={{ arrangement: id, seq }}>
              {t("arrangementPage.air.postponeButton")}
            </ActForm>
          </Stack>
        </>
      )}
      {later === undefined && coming.postponed && <p>{t("arrangementPage.air.postponedBefore", { day })}</p>}
      {toEnd !== undefined && (
        <>
          <p className="mb-2">
            <RichText text={t("arrangementPage.air.skip", { day, newDay: formatDay(toEnd.dueOn, language) })} />
          </p>
          <Stack>
            <ActForm act="skip" kind="second" about={{ arrangement: id, seq }}>
              {t("arrangementPage.air.skipButton")}
            </ActForm>
          </Stack>
        </>
      )}
      {changes.announce.includes(seq) && (
        <>
          <p className="mb-2">
            <RichText text={t("arrangementPage.air.announce", { day })} />
          </p>
          <Stack>
            <ActForm act="announce" kind="second" about={{ arrangement: id, seq }}>
              {t("arrangementPage.air.announceButton")}
            </ActForm>
          </Stack>
        </>
      )}
      {changes.announced.includes(seq) && <p>{t("arrangementPage.air.announced", { day })}</p>}
      {changes.skipFrom !== null && (
        <p>{t("arrangementPage.air.skipFrom", { day: formatDay(changes.skipFrom, language) })}</p>
      )}
    </>
  );
}
