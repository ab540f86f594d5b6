import type { Translator } from "#app/i18n/translator.ts";
import { formatDay } from "#app/ui/format.ts";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import type { ClaimMatterView } from "./claims-view.ts";
import { arrangementHref, complaintHref, disputeHref, pauseHref, questionHref } from "./inbox-addresses.ts";

const PAGES = {
  arrangement: arrangementHref,
  dispute: disputeHref,
  pause: pauseHref,
  complaint: complaintHref,
  question: questionHref,
} as const;

/** Arrangements, disputes, pauses, complaints and questions of a claim, each leading to its page. */
export function ClaimMatters({ matters }: { matters: readonly ClaimMatterView[] }) {
  const translator = useTranslation();
  const { t, language } = translator;
  if (matters.length === 0) return null;
  return (
    <section>
      <h2>{t("inboxClaim.matters.heading")}</h2>
      <LinkList
        links={matters.map((matter) => ({
          href: PAGES[matter.kind](matter.id),
          text: t(`inboxClaim.matters.${matter.kind}`),
          meta: t("inbox.list.decidedOn", { what: stateText(matter, translator), day: formatDay(matter.since, language) }), // prettier-ignore
        }))}
      />
    </section>
  );
}

function stateText(matter: ClaimMatterView, { t }: Translator): string {
  switch (matter.kind) {
    case "arrangement":
      return t(`inbox.status.${matter.status}`);
    case "dispute":
      return t(`inboxClaim.dispute.${matter.status}`);
    case "pause":
      return t(matter.ended ? "inboxClaim.pauseEnded" : `pause.creditorMail.reason.${matter.reason}`);
    case "complaint":
      return t(matter.answered ? "inboxClaim.answered" : "inboxClaim.waits");
    case "question":
      return t(matter.answered ? "inboxClaim.answered" : `inboxQuestion.about.${matter.about}`);
  }
}
