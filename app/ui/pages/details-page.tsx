import { PREFERRED_CHANNELS } from "#app/domain/preferred-channel.ts";
import { ClaimShell, type FixedFrame } from "#app/ui/claim/claim-shell.tsx";
import { LeaveForm } from "#app/ui/claim/leave-form.tsx";
import { type DetailsNews, type DetailsView, type SessionView } from "#app/ui/details/details-view.ts";
import { KeptUntil } from "#app/ui/details/kept-until.tsx";
import { KnownDetails } from "#app/ui/details/known-details.tsx";
import { PreferenceForms } from "#app/ui/details/preference-forms.tsx";
import { SessionList } from "#app/ui/details/session-list.tsx";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type DetailsPageProps = FixedFrame & {
  details: DetailsView;
  sessions: readonly SessionView[];
  news: DetailsNews | null;
  /** The channel that was asked, for which nothing is known. */
  unreachable: string | null;
};

/** What is known of the debtor, who can see it, and until when it is kept. */
export function DetailsPage({ creditor, path, details, sessions, news, unreachable }: DetailsPageProps) {
  const { t } = useTranslation();
  const channel = PREFERRED_CHANNELS.find((one) => one === unreachable);
  const error = channel && t(`details.channel.unreachable.${channel}`);
  return (
    <ClaimShell {...{ creditor, path }} backHref="/claim" title={t("details.title")}>
      <ErrorSummary errors={error === undefined ? [] : [{ field: "channel", message: error }]} />
      {news !== null && error === undefined && (
        <StatusPanel tone={news.startsWith("asked") ? "busy" : "done"}>
          <p>{t(`details.news.${news}`, { creditor: creditor.name })}</p>
        </StatusPanel>
      )}
      <p>{t("details.lead", { creditor: creditor.name })}</p>
      <KnownDetails details={details} />
      <PreferenceForms details={details} error={error} />
      <SessionList sessions={sessions} />
      <h2>{t("details.helpers.heading")}</h2>
      <LinkList links={[{ href: "/claim/help/helper", text: t("details.helpers.link") }]} />
      <KeptUntil retention={details.retention} creditor={creditor.name} />
      <LeaveForm />
    </ClaimShell>
  );
}
