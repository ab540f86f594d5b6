import { pauseText } from "#app/ui/help/pause-text.ts";
import { Amount } from "#app/ui/parts/amount.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { claimState, openTogether } from "./claim-state.ts";
import type { ClaimView } from "./claim-view.ts";

export const claimHref = (claimId: string): string => `/claim?claim=${encodeURIComponent(claimId)}`;

/** All claims of one debtor, each leading to its own page, and what they come to together. */
export function ClaimList({ claims, creditor }: { claims: readonly ClaimView[]; creditor: string }) {
  const translator = useTranslation();
  const { t } = translator;
  return (
    <section>
      <h2>{t("overview.claims.heading")}</h2>
      <ul className="mb-2">
        {claims.map((claim) => (
          <li key={claim.id} className="border-b border-line py-3">
            <div className="flex items-baseline justify-between gap-4">
              <a href={claimHref(claim.id)} className="inline-flex min-h-target min-w-0 items-center font-semibold">
                <bdi>{claim.description}</bdi>
              </a>
              <Amount cents={claim.statement.open} />
            </div>
            <p className="mb-0 text-small text-ink-soft">
              <bdi>{claim.invoices.map(({ number }) => number).join(", ")}</bdi>
              {" · "}
              {t(`overview.claims.state.${claimState(claim)}`)}
            </p>
            {claim.status === "paused" && claim.pause !== null && (
              <p className="mb-0 text-small text-ink-soft">{pauseText(claim.pause, creditor, translator)}</p>
            )}
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap justify-between gap-x-4 font-bold">
        <span className="min-w-0 flex-[1_1_8rem]">{t("overview.claims.total")}</span>
        <span className="ms-auto">
          <Amount cents={openTogether(claims)} />
        </span>
      </p>
    </section>
  );
}
