import { ClaimShell, type FixedFrame } from "#app/ui/claim/claim-shell.tsx";
import { DETAILS_PAGE } from "#app/ui/details/details-view.ts";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type DetailsErasurePageProps = FixedFrame & {
  /** Makes sending the form twice one request. */
  requestId: string;
  /** Once it was asked: until when and why not, or when it happens. */
  answer: readonly string[] | null;
};

/** Asks to be forgotten, and answers at once. */
export function DetailsErasurePage({ creditor, path, requestId, answer }: DetailsErasurePageProps) {
  const { t } = useTranslation();
  const title = t(answer === null ? "details.erasure.title" : "details.erasure.answered");
  return (
    <ClaimShell {...{ creditor, path }} backHref={DETAILS_PAGE} title={title}>
      {answer === null ? (
        <>
          <p>{t("details.erasure.lead", { creditor: creditor.name })}</p>
          <p>{t("details.erasure.law")}</p>
          <form method="post">
            <HiddenFields values={{ requestId }} />
            <Stack>
              <Button>{t("details.erasure.action")}</Button>
            </Stack>
          </form>
        </>
      ) : (
        <>
          <StatusPanel tone="done">
            <p>{t("details.erasure.received", { creditor: creditor.name })}</p>
          </StatusPanel>
          {answer.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p>{t("details.erasure.letter")}</p>
          <p>{t("details.erasure.disagree")}</p>
          <LinkList
            links={[
              { href: "/claim/complaint", text: t("details.erasure.complain") },
              { href: "/claim/letters", text: t("details.erasure.letters") },
            ]}
          />
        </>
      )}
    </ClaimShell>
  );
}
