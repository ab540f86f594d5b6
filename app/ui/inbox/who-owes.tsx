import { sum } from "#app/domain/money.ts";
import { Amount } from "#app/ui/parts/amount.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { DebtorLines } from "./debtor-lines.tsx";
import { claimHref } from "./inbox-addresses.ts";
import type { OwingView } from "./inbox-view.ts";

/** Who it is, and the claims with what is open on them today. */
export function WhoOwes({ owing: { debtor, claims } }: { owing: OwingView }) {
  const { t } = useTranslation();
  return (
    <section>
      <DebtorLines debtor={debtor} />
      <table className="my-4 w-full border-collapse tabular-nums">
        <caption className="sr-only">{t("inbox.item.claims")}</caption>
        <thead className="border-b border-line text-small text-ink-soft">
          <tr>
            <th scope="col" className="py-2 pe-3 text-start font-normal hyphens-auto [overflow-wrap:anywhere]">
              {t("inbox.item.claim")}
            </th>
            <th scope="col" className="py-2 text-end font-normal">
              {t("inbox.item.open")}
            </th>
          </tr>
        </thead>
        <tbody>
          {claims.map(({ id, reference, description, status, open }) => (
            <tr key={id} className="border-b border-line align-baseline">
              <th scope="row" className="py-3 pe-3 text-start font-normal [overflow-wrap:anywhere]">
                <a href={claimHref(id)} className="inline-flex min-h-target items-center font-semibold text-ink">
                  {reference}
                </a>
                <span className="block text-small text-ink-soft">
                  {[description, t(`inbox.claimStatus.${status}`)].filter((text) => text !== "").join(" · ")}
                </span>
              </th>
              <td className="py-3 text-end">
                <Amount cents={open} />
              </td>
            </tr>
          ))}
        </tbody>
        {claims.length > 1 && (
          <tfoot>
            <tr className="align-baseline font-bold">
              <th scope="row" className="py-3 pe-3 text-start hyphens-auto [overflow-wrap:anywhere]">
                {t("inbox.item.together")}
              </th>
              <td className="py-3 text-end">
                <Amount cents={sum(claims.map(({ open }) => open))} />
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}
