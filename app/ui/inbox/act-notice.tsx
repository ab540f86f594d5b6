import { formatDay } from "#app/ui/format.ts";
import { Note } from "#app/ui/parts/note.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { decisionText } from "./decided-text.ts";
import type { InboxArrangementView, RefusedAct } from "./inbox-view.ts";

export const DONE_ACTS = ["accepted", "countered", "declined", "cancelled"] as const;

export type DoneAct = (typeof DONE_ACTS)[number];

/** What became of an act: done, or why not, and by whom it was decided instead. */
export function ActNotice({
  arrangement,
  done,
  refused,
}: {
  arrangement: InboxArrangementView;
  done: DoneAct | null;
  refused?: RefusedAct | undefined;
}) {
  const translator = useTranslation();
  const { t, language } = translator;
  const { status, decision, decideBefore, validUntil } = arrangement;
  const decided = decision && decisionText({ status, ...decision }, translator);
  if (refused !== undefined) {
    return (
      <div role="alert">
        <Note tone="problem">
          <p>{refused === "decided" ? t("inbox.refused.decided") : t(`inbox.refused.${refused}`)}</p>
          {refused === "decided" && decided !== null && <p>{decided}</p>}
        </Note>
      </div>
    );
  }
  if (done !== null) {
    return (
      <StatusPanel tone="done">
        <p>{t(`inbox.done.${done}`)}</p>
      </StatusPanel>
    );
  }
  return (
    <Note tone={status === "proposed" ? "wait" : "calm"}>
      {status === "proposed" && decideBefore !== null && (
        <p>{t("inbox.item.answerBefore", { day: formatDay(decideBefore, language) })}</p>
      )}
      {decided !== null && <p>{decided}</p>}
      {status === "countered" && validUntil !== null && (
        <p>{t("inbox.item.validUntil", { day: formatDay(validUntil, language) })}</p>
      )}
      {decision?.text && <p>{t("inbox.item.decisionText", { text: decision.text })}</p>}
    </Note>
  );
}
