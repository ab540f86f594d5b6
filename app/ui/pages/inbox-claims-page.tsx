import { CLAIM_STATUSES, type ClaimStatus } from "#app/domain/claim.ts";
import { Field } from "#app/ui/forms/field.tsx";
import { SelectField } from "#app/ui/forms/select-field.tsx";
import { formatAmount } from "#app/ui/format.ts";
import type { ListedClaimView } from "#app/ui/inbox/claims-view.ts";
import { claimHref, CLAIMS, IMPORTS, NEW_CLAIM } from "#app/ui/inbox/inbox-addresses.ts";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import type { InboxUser } from "#app/ui/inbox/inbox-view.ts";
import { Amount } from "#app/ui/parts/amount.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type InboxClaimsPageProps = {
  user: InboxUser;
  path: string;
  claims: readonly ListedClaimView[];
  search: { readonly q: string; readonly status: ClaimStatus | null; readonly after: string | null };
  /** Where the next page is; null: this is the last. */
  nextHref: string | null;
};

/** Every claim, newest first, with what is open on it, and what finds one. */
export function InboxClaimsPage({ user, path, claims, search, nextHref }: InboxClaimsPageProps) {
  const { t } = useTranslation();
  const isNarrowed = search.q !== "" || search.status !== null;
  return (
    <InboxShell user={user} path={path} title={t("inboxClaims.title")} wide>
      <form method="post" action={CLAIMS} role="search" className="mb-6 lg:flex lg:items-end lg:gap-4">
        <div className="lg:grow">
          <Field name="q" label={t("inboxClaims.search")} hint={t("inboxClaims.searchHint")} value={search.q} />
        </div>
        <div className="lg:w-60">
          <SelectField
            name="status"
            label={t("inboxClaims.status")}
            value={search.status ?? ""}
            options={[
              { value: "", label: t("inboxClaims.anyStatus") },
              ...CLAIM_STATUSES.map((value) => ({ value, label: t(`inboxClaims.statuses.${value}`) })),
            ]}
          />
        </div>
        <div className="lg:mb-4 lg:w-40">
          <Button>{t("inboxClaims.find")}</Button>
        </div>
      </form>
      {isNarrowed && (
        <p>
          <a href={CLAIMS} className="inline-flex min-h-target items-center">
            {t("inboxClaims.showAll")}
          </a>
        </p>
      )}
      {claims.length === 0 && (isNarrowed || search.after !== null) && <p>{t("inboxClaims.nothingFound")}</p>}
      {claims.length === 0 && !isNarrowed && search.after === null && <NoneYet mayDecide={user.mayDecide} />}
      {claims.length > 0 && (
        <ul className="mb-4 border-t border-line">
          {claims.map((claim) => (
            <li key={claim.id} className="border-b border-line">
              <ClaimRow claim={claim} />
            </li>
          ))}
        </ul>
      )}
      {nextHref !== null && (
        <p>
          <a href={nextHref} className="inline-flex min-h-target items-center">
            {t("inboxClaims.next")}
          </a>
        </p>
      )}
    </InboxShell>
  );
}

function NoneYet({ mayDecide }: { mayDecide: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t("inboxClaims.none")}</p>
      {mayDecide && (
        <Stack>
          <ButtonLink href={NEW_CLAIM}>{t("inboxClaims.addFirst")}</ButtonLink>
          <ButtonLink kind="second" href={IMPORTS}>
            {t("inboxClaims.importFirst")}
          </ButtonLink>
        </Stack>
      )}
    </>
  );
}

function ClaimRow({
  claim: { id, reference, description, debtor, status, open, principal },
}: {
  claim: ListedClaimView;
}) {
  const { t, language } = useTranslation();
  return (
    <a
      href={claimHref(id)}
      className="grid min-h-target grid-cols-[1fr_auto] gap-x-6 gap-y-1 py-4 text-ink no-underline hover:bg-card lg:grid-cols-[4fr_4fr_2fr] lg:items-baseline"
    >
      <span className="min-w-0">
        <span className="block font-semibold underline underline-offset-4">{debtor}</span>
        <span className="block text-small text-ink-soft [overflow-wrap:anywhere]">{reference}</span>
      </span>
      <span className="order-last col-span-2 min-w-0 text-small text-ink-soft [overflow-wrap:anywhere] lg:order-none lg:col-span-1">
        {[t(`inboxClaims.statuses.${status}`), description].filter((text) => text !== "").join(" · ")}
      </span>
      <span className="min-w-0 text-end">
        <span className="block font-semibold">
          <Amount cents={open} />
        </span>
        <span className="block text-small tabular-nums text-ink-soft">
          {t("inboxClaims.ofPrincipal", { amount: formatAmount(principal, language) })}
        </span>
      </span>
    </a>
  );
}
