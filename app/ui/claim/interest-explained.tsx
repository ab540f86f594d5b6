import { formatAmount, formatDay } from "#app/ui/format.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import type { ClaimView } from "./claim-view.ts";
import { InterestTable } from "./interest-table.tsx";

/** Why there is interest, by what rule, over which periods, and what tomorrow adds. */
export function InterestExplained({ claim, creditor }: { claim: ClaimView; creditor: string }) {
  const { t } = useTranslation();
  const { lines } = claim.statement.interest;
  if (claim.interestType === "none") return <p>{t("statement.interest.none", { creditor })}</p>;
  if (lines.length === 0) return <NoInterest claim={claim} />;
  const invoices = claim.invoices.filter(({ id }) => lines.some(({ invoiceId }) => invoiceId === id));
  return (
    <>
      {invoices.map((invoice) => (
        <InterestTable
          key={invoice.id}
          lines={lines.filter(({ invoiceId }) => invoiceId === invoice.id)}
          caption={
            invoices.length === 1
              ? t("statement.interest.caption")
              : t("statement.interest.captionOf", { number: invoice.number })
          }
          captionHidden={invoices.length === 1}
        />
      ))}
      <Rule claim={claim} creditor={creditor} />
      <p>{t("statement.interest.yearDays")}</p>
      <PerDay claim={claim} />
    </>
  );
}

function NoInterest({ claim: { statement } }: { claim: ClaimView }) {
  const { t, language } = useTranslation();
  const dueOn = statement.invoices.find((invoice) => invoice.dueOn >= statement.asOf && invoice.open > 0n)?.dueOn;
  if (dueOn === undefined) return <p>{t("statement.interest.zero")}</p>;
  return <p>{t("statement.interest.notYet", { day: formatDay(dueOn, language) })}</p>;
}

function Rule({ claim: { interestType, kind }, creditor }: { claim: ClaimView; creditor: string }) {
  const { t } = useTranslation();
  if (interestType === "contractual") return <p>{t("statement.interest.contractual", { creditor })}</p>;
  return <p>{t(`statement.interest.${kind}`)}</p>;
}

function PerDay({ claim: { interestPerDay } }: { claim: ClaimView }) {
  const { t, language } = useTranslation();
  if (interestPerDay <= 0n) return null;
  return (
    <p>
      {interestPerDay < 100n
        ? t("statement.interest.perDay", { count: Number(interestPerDay) })
        : t("statement.interest.perDayEuro", { amount: formatAmount(interestPerDay, language) })}{" "}
      {t("statement.interest.stops")}
    </p>
  );
}
