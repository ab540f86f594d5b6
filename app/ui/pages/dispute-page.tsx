import type { LocalDate } from "#app/domain/calendar.ts";
import { isDisputeEnded } from "#app/domain/dispute/dispute-state.ts";
import type { Cents } from "#app/domain/money.ts";
import type { Translator } from "#app/i18n/translator.ts";
import { type DisputeError, disputeErrors } from "#app/ui/dispute/dispute-errors.ts";
import { ClaimShell } from "#app/ui/claim/claim-shell.tsx";
import type { DisputeFrame, DisputeNews, DisputeView, ReplyDraft } from "#app/ui/dispute/dispute-view.ts";
import { EndedDispute } from "#app/ui/dispute/ended-dispute.tsx";
import { RunningDispute } from "#app/ui/dispute/running-dispute.tsx";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type DisputePageProps = DisputeFrame & {
  readonly dispute: DisputeView;
  /** Something is open: a new dispute can be filed after this one. */
  readonly mayFileAnother: boolean;
  /** Overpaid: the debtor's money. */
  readonly credit: Cents;
  readonly reply: ReplyDraft;
  readonly today: LocalDate;
  readonly interestRuns: boolean;
  readonly news: DisputeNews | null;
  readonly errors: readonly DisputeError[];
};

/** How a dispute stands. */
export function DisputePage({ dispute, mayFileAnother, reply, today, interestRuns, news, ...props }: DisputePageProps) {
  const { creditor, path, backHref, claim, credit } = props;
  const translator = useTranslation();
  const errors = disputeErrors(props.errors, translator);
  return (
    <ClaimShell {...{ creditor, path, backHref }} title={titleOf(dispute, translator)}>
      <ErrorSummary errors={errors} />
      {news !== null && <News news={news} number={dispute.number} />}
      {isDisputeEnded(dispute.status) ? (
        <EndedDispute {...{ dispute, creditor, claim, credit, mayFileAnother }} />
      ) : (
        <RunningDispute {...{ dispute, creditor, path, claim, reply, today, interestRuns, errors }} />
      )}
    </ClaimShell>
  );
}

function titleOf({ status, outcome }: DisputeView, { t }: Translator): string {
  if (status === "resolved" && outcome !== null) return t(`disputePage.page.title.${outcome}`);
  return status === "resolved" ? t("disputePage.page.title.ended") : t(`disputePage.page.title.${status}`);
}

function News({ news, number }: { news: DisputeNews; number: string }) {
  const { t } = useTranslation();
  const text = <p>{t(`disputePage.page.news.${news}`, { number })}</p>;
  return news === "not_possible" ? <Note tone="wait">{text}</Note> : <StatusPanel tone="done">{text}</StatusPanel>;
}
