import { isEnded } from "#app/domain/arrangement/arrangement-state.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { ArrangementEnded } from "#app/ui/arrangement/arrangement-ended.tsx";
import { type ArrangementView, dueNow, isRunning } from "#app/ui/arrangement/arrangement-view.ts";
import { CounterOffer } from "#app/ui/arrangement/counter-offer.tsx";
import { DecisionAwaited } from "#app/ui/arrangement/decision-awaited.tsx";
import { endOf } from "#app/ui/arrangement/end-of.ts";
import { ArrangementNotice, type ArrangementNews } from "#app/ui/arrangement/arrangement-notice.tsx";
import { RunningArrangement } from "#app/ui/arrangement/running-arrangement.tsx";
import { type ClaimFrame, ClaimShell } from "#app/ui/claim/claim-shell.tsx";
import type { OpenPaymentView } from "#app/ui/claim/claim-view.ts";
import { useTranslation } from "#app/ui/translation.tsx";

export type ArrangementPageProps = ClaimFrame & {
  arrangement: ArrangementView;
  openPayment: OpenPaymentView | null;
  /** What just became of an act on this page; null when nothing was done. */
  news: ArrangementNews | null;
  /** Where the rules and the first question are, for a new proposal after this one. */
  newHref: string;
};

/** The debtor's arrangement in whatever state it is: what there is to do first, then everything about it. */
export function ArrangementPage(props: ArrangementPageProps) {
  const { creditor, arrangement, news, backHref, path } = props;
  const translator = useTranslation();
  return (
    <ClaimShell
      {...{ creditor, path, backHref }}
      backLabel={translator.t("arrangementPage.back")}
      title={titleOf(arrangement, translator)}
    >
      {news !== null && <ArrangementNotice news={news} />}
      <StateOfIt {...props} />
    </ClaimShell>
  );
}

function StateOfIt({ creditor, arrangement, openPayment, newHref, backHref }: ArrangementPageProps) {
  if (arrangement.status === "proposed") return <DecisionAwaited arrangement={arrangement} creditor={creditor} />;
  if (arrangement.status === "countered") return <CounterOffer arrangement={arrangement} creditor={creditor} />;
  if (isRunning(arrangement)) {
    return <RunningArrangement arrangement={arrangement} creditor={creditor} openPayment={openPayment} />;
  }
  return <ArrangementEnded arrangement={arrangement} creditor={creditor} overviewHref={backHref} newHref={newHref} />;
}

function titleOf(arrangement: ArrangementView, { t }: Translator): string {
  if (arrangement.status === "completed") return t("arrangementPage.completed.title");
  if (isEnded(arrangement.status)) return t(`arrangementPage.ended.${endOf(arrangement)}.title`);
  if (arrangement.status === "proposed") return t("arrangementPage.proposed.title");
  if (arrangement.status === "countered") return t("arrangementPage.countered.title");
  if (!isRunning(arrangement)) return t("arrangementPage.running.title");
  const due = dueNow(arrangement);
  if (due === null) return t("arrangementPage.running.title");
  return t(`arrangementPage.due.${due.state}.title`);
}
