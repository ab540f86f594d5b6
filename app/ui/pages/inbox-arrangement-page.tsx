import { INBOX } from "#app/ui/inbox/inbox-addresses.ts";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import type { InboxArrangementView, InboxUser, RefusedAct } from "#app/ui/inbox/inbox-view.ts";
import { ArrangementActs, type ActErrors } from "#app/ui/inbox/arrangement-acts.tsx";
import { AskedSection } from "#app/ui/inbox/asked-section.tsx";
import { OfferHistory } from "#app/ui/inbox/offer-history.tsx";
import { PolicyAdvice } from "#app/ui/inbox/policy-advice.tsx";
import { ActNotice, type DoneAct } from "#app/ui/inbox/act-notice.tsx";
import { WhoOwes } from "#app/ui/inbox/who-owes.tsx";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type InboxArrangementPageProps = {
  user: InboxUser;
  path: string;
  arrangement: InboxArrangementView;
  /** A reader looks and decides nothing. */
  mayDecide: boolean;
  /** What was just done on this page. */
  done: DoneAct | null;
  /** Why what was just tried was not done. */
  refused?: RefusedAct | undefined;
  errors?: ActErrors | undefined;
};

/** Everything about one proposal or plan on one screen, and what can be done about it. */
export function InboxArrangementPage(props: InboxArrangementPageProps) {
  const { user, path, arrangement, mayDecide, done, refused, errors } = props;
  const { t } = useTranslation();
  const field = errors && (errors.act === "cancel" ? "cancelReason" : "declineReason");
  const message = errors && t(`inbox.acts.error.${errors.kind}`);
  return (
    <InboxShell
      user={user}
      path={path}
      back={{ href: INBOX, label: t("inbox.item.back") }}
      title={t(`inbox.item.title.${arrangement.status}`, { debtor: arrangement.debtor.name })}
      wide
    >
      <ErrorSummary errors={field && message ? [{ field, message }] : []} />
      <ActNotice arrangement={arrangement} done={done} refused={refused} />
      <div className="gap-x-10 lg:grid lg:grid-cols-[3fr_2fr] lg:items-start">
        <div className="min-w-0">
          <AskedSection arrangement={arrangement} />
          <PolicyAdvice arrangement={arrangement} />
          {mayDecide ? (
            <ArrangementActs arrangement={arrangement} errors={errors} />
          ) : (
            <p className="text-ink-soft">{t("inbox.acts.readerOnly")}</p>
          )}
        </div>
        <div className="min-w-0">
          <WhoOwes owing={arrangement} />
          <OfferHistory offers={arrangement.offers} />
        </div>
      </div>
    </InboxShell>
  );
}
