import type { LocalDate } from "#app/domain/calendar.ts";
import { formatAmount, formatDay, formatPercent } from "#app/ui/format.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import type { ClaimView } from "./claim-view.ts";
import { costSum } from "./cost-shares.ts";

type CostsProps = { claim: ClaimView; creditor: string };

/** What the law allows beside what is asked, or why nothing is asked. */
export function CostsExplained({ claim, creditor }: CostsProps) {
  const { t, language } = useTranslation();
  const { state, dueFrom, total } = claim.statement.costs;
  switch (state) {
    case "due":
      return <CostsDue claim={claim} creditor={creditor} />;
    case "notice_running":
      return <NoticeRunning claim={claim} dueFrom={dueFrom} />;
    case "no_notice":
      return <p>{t("statement.costs.noNotice")}</p>;
    case "waived":
      return total > 0n ? (
        <p>
          {t("statement.costs.waivedByCreditor", { allowed: formatAmount(claim.statement.costs.tariff, language) })}
        </p>
      ) : (
        <p>{t("statement.costs.waivedRemainder")}</p>
      );
    case "none":
      return dueFrom === null ? (
        <p>{t("statement.costs.none")}</p>
      ) : (
        <p>{t("statement.costs.noneUntil", { day: formatDay(dueFrom, language) })}</p>
      );
  }
}

function CostsDue({ claim, creditor }: CostsProps) {
  const { t, language } = useTranslation();
  const { costs } = claim.statement;
  const allowed = formatAmount(costs.tariff, language);
  const asked = formatAmount(costs.total, language);
  return (
    <>
      {costs.total <= costs.tariff ? (
        <p className="font-semibold text-green">
          <span aria-hidden="true">✓ </span>
          {t("statement.costs.allowed", { allowed, asked })}
        </p>
      ) : (
        <p>{t("statement.costs.agreed", { allowed, asked, creditor })}</p>
      )}
      <WhyDue claim={claim} />
      {costs.dueFrom !== null && <Tariff claim={claim} dueFrom={costs.dueFrom} />}
      {costs.waived > 0n && <p>{t("statement.costs.partWaived", { amount: formatAmount(costs.waived, language) })}</p>}
    </>
  );
}

function WhyDue({ claim: { kind, noticeDeliveredOn } }: { claim: ClaimView }) {
  const { t, language } = useTranslation();
  if (kind === "commercial") return <p>{t("statement.costs.commercial")}</p>;
  if (noticeDeliveredOn === null) return null;
  return <p>{t("statement.costs.notice", { day: formatDay(noticeDeliveredOn, language) })}</p>;
}

/** The tariff of the law as a sum to do again by hand. */
function Tariff({ claim, dueFrom }: { claim: ClaimView; dueFrom: LocalDate }) {
  const { t, language } = useTranslation();
  const { base } = claim.statement.costs;
  const { shares, minimum, maximum } = costSum(base, dueFrom);
  return (
    <>
      <p>{t("statement.costs.base", { base: formatAmount(base, language), day: formatDay(dueFrom, language) })}</p>
      <p>
        {t("statement.costs.sumLabel")}
        {shares.map(({ over, rate, share }) => (
          <span key={formatPercent(rate, language)} className="block tabular-nums text-ink">
            {t("statement.costs.share", {
              rate: formatPercent(rate, language),
              amount: formatAmount(over, language),
              share: formatAmount(share, language),
            })}
          </span>
        ))}
        {minimum !== null && (
          <span className="block">{t("statement.costs.minimum", { amount: formatAmount(minimum, language) })}</span>
        )}
        {maximum !== null && (
          <span className="block">{t("statement.costs.maximum", { amount: formatAmount(maximum, language) })}</span>
        )}
      </p>
    </>
  );
}

function NoticeRunning({ claim: { noticeDeliveredOn }, dueFrom }: { claim: ClaimView; dueFrom: LocalDate | null }) {
  const { t, language } = useTranslation();
  if (dueFrom === null) return null;
  const day = formatDay(dueFrom, language);
  if (noticeDeliveredOn === null) return <p>{t("statement.costs.noticeRunningPlain", { day })}</p>;
  const delivered = formatDay(noticeDeliveredOn, language);
  return <p>{t("statement.costs.noticeRunning", { day, delivered })}</p>;
}
