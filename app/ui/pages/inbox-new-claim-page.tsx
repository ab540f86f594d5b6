import { ErrorSummary, type FormError } from "#app/ui/forms/error-summary.tsx";
import { CLAIMS, IMPORTS, NEW_CLAIM } from "#app/ui/inbox/inbox-addresses.ts";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import type { InboxUser } from "#app/ui/inbox/inbox-view.ts";
import { NewClaimCheck } from "#app/ui/inbox/new-claim-check.tsx";
import { NewClaimForm } from "#app/ui/inbox/new-claim-form.tsx";
import { type ClaimAnswersView, claimFaultText, type ClaimFormFaultView, type NewClaimCheckView } from "#app/ui/inbox/new-claim-view.ts"; // prettier-ignore
import { useTranslation } from "#app/ui/translation.tsx";

export type InboxNewClaimPageProps = {
  user: InboxUser;
  path: string;
  answers: ClaimAnswersView;
  errors?: readonly ClaimFormFaultView[] | undefined;
  check?: NewClaimCheckView | undefined;
  changed?: boolean | undefined;
};

/** A claim by hand: the form, what its debtor would see, then it is there. */
export function InboxNewClaimPage({
  user,
  path,
  answers,
  errors = [],
  check,
  changed = false,
}: InboxNewClaimPageProps) {
  const translator = useTranslation();
  const { t } = translator;
  const messages = errors.map((fault): FormError => ({
    field: fault.field,
    message: claimFaultText(fault, translator),
  }));
  return (
    <InboxShell
      {...{ user, path }}
      back={{ href: CLAIMS, label: t("inboxClaims.title") }}
      title={t(check ? "inboxNewClaim.checkTitle" : "inboxNewClaim.title")}
    >
      <ErrorSummary errors={messages} />
      {check ? (
        <NewClaimCheck {...{ answers, check, changed }} creditor={user.creditorName} action={NEW_CLAIM} />
      ) : (
        <>
          <p>{t("inboxNewClaim.lead")}</p>
          <p>
            <a href={IMPORTS} className="inline-flex min-h-target items-center">
              {t("inboxNewClaim.fileInstead")}
            </a>
          </p>
          <NewClaimForm {...{ answers }} errors={messages} action={NEW_CLAIM} />
        </>
      )}
    </InboxShell>
  );
}
