import { formatAmount, formatPercent } from "#app/ui/format.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import type { ClaimView } from "./claim-view.ts";

export function VatExplained({ claim, creditor }: { claim: ClaimView; creditor: string }) {
  const { t, language } = useTranslation();
  const { costs, vat } = claim.statement;
  const base = formatAmount(costs.total, language);
  const rate = formatPercent(vat.rate, language);
  return (
    <>
      <p>{t("statement.vat.sum", { base, rate, amount: formatAmount(vat.total, language) })}</p>
      <p>{t("statement.vat.why", { creditor })}</p>
    </>
  );
}
