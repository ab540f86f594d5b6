import { formatAmount, formatDayWithWeekday } from "#app/ui/format.ts";
import { Note } from "#app/ui/parts/note.tsx";
import { RichText } from "#app/ui/parts/rich-text.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { type ArrangementView, dueNow, isRunning } from "./arrangement-view.ts";

/** How an arrangement that waits or runs stands, in a sentence or two: whose turn it is, what is next and when. */
export function ArrangementSummary({ arrangement, creditor }: { arrangement: ArrangementView; creditor: string }) {
  const { t, language } = useTranslation();
  const { status, decideBefore, validUntil, mandate } = arrangement;
  const onDay = (date: typeof decideBefore) => (date === null ? "" : formatDayWithWeekday(date, language));
  if (status === "proposed") {
    return <Sentence text={t("arrangementPage.summary.proposed", { creditor, day: onDay(decideBefore) })} />;
  }
  if (status === "countered") {
    return <Sentence text={t("arrangementPage.summary.countered", { creditor, day: onDay(validUntil) })} />;
  }
  if (!isRunning(arrangement)) return null;
  const due = dueNow(arrangement);
  if (due === null) return null;
  const values = { creditor, amount: formatAmount(due.amount, language), day: onDay(due.by) };
  const collected = mandate?.status === "valid" && (due.state === "upcoming" || due.state === "due");
  return <Sentence text={t(collected ? "arrangementPage.summary.collected" : `arrangementPage.summary.${due.state}`, values)} />; // prettier-ignore
}

function Sentence({ text }: { text: string }) {
  return (
    <Note tone="wait">
      <p>
        <RichText text={text} />
      </p>
    </Note>
  );
}
