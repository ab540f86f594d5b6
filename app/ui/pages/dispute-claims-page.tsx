import type { DisputeGround } from "#app/domain/dispute/grounds.ts";
import type { ClaimView } from "#app/ui/claim/claim-view.ts";
import { disputeHref } from "#app/ui/dispute/dispute-addresses.ts";
import { type ClaimFrame, ClaimShell } from "#app/ui/claim/claim-shell.tsx";
import { formatAmount } from "#app/ui/format.ts";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

type DisputeClaimsPageProps = ClaimFrame & {
  readonly claims: readonly Pick<ClaimView, "id" | "description" | "status" | "statement">[];
  /** Chosen by the link that led here. */
  readonly ground: DisputeGround | null;
};

const stateOf = (status: ClaimView["status"]) => (status === "settled" || status === "disputed" ? status : "open");

/** Which of several claims it is about. */
export function DisputeClaimsPage({ claims, ground, creditor, path, backHref }: DisputeClaimsPageProps) {
  const { t, language } = useTranslation();
  const links = claims
    .filter(({ status }) => status !== "closed")
    .map(({ id, description, status, statement }) => ({
      href: disputeHref(id, ground === null ? {} : { ground }),
      text: description,
      meta: t(`disputePage.claims.${stateOf(status)}`, { amount: formatAmount(statement.open, language) }),
    }));
  return (
    <ClaimShell {...{ creditor, path, backHref }} title={t("disputePage.claims.title")}>
      <p>{t("disputePage.claims.lead")}</p>
      <LinkList links={links} />
    </ClaimShell>
  );
}
