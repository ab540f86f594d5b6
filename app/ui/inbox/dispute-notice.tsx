import { formatAmount, formatDay } from "#app/ui/format.ts";
import { Note } from "#app/ui/parts/note.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { byText } from "./decided-text.ts";
import type { InboxDisputeView } from "./dispute-view.ts";

export const DONE_ON_DISPUTE = [
  "asked",
  "written",
  "paid_back",
  "pay_back_yourself",
  "upheld",
  "partly_upheld",
  "rejected",
] as const;

export type DoneOnDispute = (typeof DONE_ON_DISPUTE)[number];

/** How a dispute stands, and what became of an act on it. */
export function DisputeNotice({
  dispute,
  done,
  ended,
}: {
  dispute: InboxDisputeView;
  done: DoneOnDispute | null;
  ended: boolean;
}) {
  const { t, language } = useTranslation();
  const { status, answerBefore, debtorAnswerBefore } = dispute;
  const waits = (
    <p>
      {status === "awaiting_debtor" && debtorAnswerBefore !== null
        ? t("inboxDispute.notice.awaitingDebtor", { day: formatDay(debtorAnswerBefore, language) })
        : t("inboxDispute.notice.open", { day: formatDay(answerBefore, language) })}
    </p>
  );
  return (
    <>
      {ended && (
        <div role="alert">
          <Note tone="problem">
            <p>{t("inboxDispute.notice.ended")}</p>
          </Note>
        </div>
      )}
      {done !== null && !ended && (
        <StatusPanel tone="done">
          <p>{t(`inboxDispute.done.${done}`)}</p>
        </StatusPanel>
      )}
      {dispute.decision === null ? (
        <Note tone={status === "open" ? "wait" : "calm"}>{waits}</Note>
      ) : (
        <Decision dispute={dispute} decision={dispute.decision} />
      )}
    </>
  );
}

function Decision({
  dispute: { status },
  decision,
}: {
  dispute: InboxDisputeView;
  decision: NonNullable<InboxDisputeView["decision"]>;
}) {
  const translator = useTranslation();
  const { t, language } = translator;
  const { outcome, by, on, explanation, credited, toPayBack } = decision;
  const what = outcome === null ? t("inboxDispute.outcome.withdrawn") : t(`inboxDispute.outcome.${outcome}`);
  return (
    <Note tone="calm">
      <p>
        {status === "withdrawn"
          ? t("inboxDispute.notice.withdrawn", { day: formatDay(on, language) })
          : t("inboxDispute.notice.resolved", { what, by: byText(by, translator), day: formatDay(on, language) })}
      </p>
      {explanation !== "" && <p className="whitespace-pre-line">{explanation}</p>}
      {credited > 0n && <p>{t("inboxDispute.notice.credited", { amount: formatAmount(credited, language) })}</p>}
      {toPayBack > 0n && <p>{t("inboxDispute.notice.toPayBack", { amount: formatAmount(toPayBack, language) })}</p>}
    </Note>
  );
}
