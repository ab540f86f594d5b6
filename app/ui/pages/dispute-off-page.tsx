import { ContactLinks, reachable } from "#app/ui/claim/contact-links.tsx";
import { Complaints } from "#app/ui/claim/who-we-are.tsx";
import { type ClaimFrame, ClaimShell } from "#app/ui/claim/claim-shell.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

type DisputeOffPageProps = ClaimFrame & { readonly reason: "closed" | "nothing_open" };

/** Nothing is asked, so there is nothing to disagree with here; a person can still be told. */
export function DisputeOffPage({ reason, creditor, path, backHref }: DisputeOffPageProps) {
  const { t } = useTranslation();
  return (
    <ClaimShell {...{ creditor, path, backHref }} title={t("disputePage.off.title")}>
      <p>{t(`disputePage.off.${reason}`, { creditor: creditor.name })}</p>
      <h2>{t("disputePage.off.stillHeading")}</h2>
      <p>{t("disputePage.off.tell", { name: reachable(creditor).name })}</p>
      <ContactLinks creditor={creditor} />
      <Complaints complaints={creditor.complaints} />
    </ClaimShell>
  );
}
