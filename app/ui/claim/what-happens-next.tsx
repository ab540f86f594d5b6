import type { ArrangementView } from "#app/ui/arrangement/arrangement-view.ts";
import { formatAmount, formatDay } from "#app/ui/format.ts";
import { Note } from "#app/ui/parts/note.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import type { ClaimView, CreditorView } from "./claim-view.ts";
import { reachable } from "./contact-links.tsx";

type NextProps = {
  claim: ClaimView;
  creditor: CreditorView;
  /** The one over this claim that waits or runs. */
  arrangement: ArrangementView | null;
};

/** What comes by itself, and when; nothing that is not certain. */
export function WhatHappensNext(props: NextProps) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t("overview.next.heading")}</h2>
      <Note>
        <Outlook {...props} />
      </Note>
    </section>
  );
}

function Outlook({ claim, creditor, arrangement }: NextProps) {
  const { t, language } = useTranslation();
  const { name } = reachable(creditor);
  const { credit } = claim.statement;
  const waits = arrangement?.status === "proposed" || arrangement?.status === "countered";
  if (waits) return <p>{t(`overview.next.${arrangement.status}`, { creditor: creditor.name })}</p>;
  switch (claim.status) {
    case "open":
      return <OpenOutlook claim={claim} />;
    case "settled":
      return (
        <p>
          {credit > 0n
            ? t("overview.next.settledWithCredit", { amount: formatAmount(credit, language), name })
            : t("overview.next.settled")}
        </p>
      );
    case "closed":
      return (
        <p>
          {credit > 0n
            ? t("overview.next.closedWithCredit", { amount: formatAmount(credit, language), name })
            : t("overview.next.closed", { name })}
        </p>
      );
    case "arranged":
      return <p>{t("overview.next.arranged", { creditor: creditor.name })}</p>;
    case "paused":
    case "disputed":
      return (
        <>
          <p>{t(`overview.next.${claim.status}`, { name })}</p>
          {claim.interestPerDay > 0n && <p>{t("overview.next.interestRuns")}</p>}
        </>
      );
  }
}

function OpenOutlook({ claim: { statement, interestType, interestPerDay } }: { claim: ClaimView }) {
  const { t, language } = useTranslation();
  const { costs, invoices, asOf } = statement;
  const lastDay = invoices.find(({ open }) => open > 0n)?.dueOn;
  const inTime = lastDay !== undefined && asOf <= lastDay;
  return (
    <>
      {inTime && <p>{t("overview.next.notYetDue", { day: formatDay(lastDay, language) })}</p>}
      {costs.state === "notice_running" && costs.dueFrom !== null && (
        <p>{t("overview.next.noticeRunning", { day: formatDay(costs.dueFrom, language) })}</p>
      )}
      {interestPerDay > 0n && <p>{t("overview.next.interestRuns")}</p>}
      {interestType === "none" && <p>{t("overview.next.noInterest")}</p>}
      <p>{t("overview.next.afterPaying")}</p>
    </>
  );
}
