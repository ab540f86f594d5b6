import { formatAmount, formatDay } from "#app/ui/format.ts";
import { Note } from "#app/ui/parts/note.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { pauseText } from "#app/ui/help/pause-text.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import { lastReversal } from "./claim-state.ts";
import type { ClaimView } from "./claim-view.ts";

/** What is special about this claim, in one sentence. */
export function StatusNote({ claim, creditor }: { claim: ClaimView; creditor: string }) {
  const translator = useTranslation();
  const { t } = translator;
  switch (claim.status) {
    case "open":
      return <ReopenedNote claim={claim} />;
    case "settled":
      return (
        <StatusPanel tone="done">
          <p>{t("overview.status.settled")}</p>
        </StatusPanel>
      );
    case "paused":
      return (
        <Note tone="wait">
          <p>
            {claim.pause === null ? t("overview.status.paused") : pauseText(claim.pause, creditor, translator)}{" "}
            <a href="/claim/help/pause">{t("overview.status.pauseLink")}</a>
          </p>
        </Note>
      );
    case "arranged":
    case "disputed":
    case "closed":
      return (
        <Note tone={claim.status === "closed" ? "calm" : "wait"}>
          <p>{t(`overview.status.${claim.status}`, { creditor })}</p>
        </Note>
      );
  }
}

function ReopenedNote({ claim }: { claim: ClaimView }) {
  const { t, language } = useTranslation();
  const back = lastReversal(claim);
  if (back === null) return null;
  const amount = formatAmount(back.reversal.amount, language);
  const day = formatDay(back.reversal.date, language);
  return (
    <Note tone="wait">
      <p>
        {back.reversal.type === "chargeback"
          ? t("overview.status.chargeback", { paidOn: formatDay(back.payment.date, language), amount, day })
          : t("overview.status.refund", { amount, day })}
      </p>
    </Note>
  );
}
