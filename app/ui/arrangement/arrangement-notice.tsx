import type { ArrangementStatus } from "#app/domain/arrangement/arrangement-state.ts";
import type { LocalDate } from "#app/domain/calendar.ts";
import { formatDay } from "#app/ui/format.ts";
import { Note } from "#app/ui/parts/note.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** What was done, or why it could not be: somebody else was first, the time was over, the plan has changed. */
export type ArrangementNews =
  | { readonly kind: "accepted" | "proposed" | "postponed" | "skipped" | "miss_announced" | "collection_stopped" }
  | { readonly kind: "not_possible"; readonly status: ArrangementStatus }
  | { readonly kind: "newer_offer" | "offer_expired" | "nothing_open" | "being_collected" }
  | { readonly kind: "already_paid" | "already_late" | "already_postponed" | "already_moved" | "unknown_instalment" }
  | { readonly kind: "skipped_lately"; readonly until: LocalDate };

const DONE = ["accepted", "proposed", "postponed", "skipped", "miss_announced", "collection_stopped"] as const;

export function ArrangementNotice({ news }: { news: ArrangementNews }) {
  const { t, language } = useTranslation();
  const until = news.kind === "skipped_lately" ? formatDay(news.until, language) : "";
  const text = t(`arrangementPage.news.${news.kind}`, { day: until });
  if (DONE.some((kind) => kind === news.kind)) {
    return (
      <StatusPanel tone="done">
        <p>{text}</p>
      </StatusPanel>
    );
  }
  return (
    <Note tone="wait">
      <p>{text}</p>
    </Note>
  );
}
