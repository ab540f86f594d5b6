import { plus } from "#app/domain/money.ts";
import { formatAmount, formatDay } from "#app/ui/format.ts";
import { Amount } from "#app/ui/parts/amount.tsx";
import { ProgressBar } from "#app/ui/parts/progress-bar.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import type { ClaimView } from "./claim-view.ts";
import { paidOf } from "./statement-rows.ts";

/** What is open today, as the largest thing on the page, and how far it is paid. */
export function ClaimAmount({ claim: { statement } }: { claim: ClaimView }) {
  const { t, language } = useTranslation();
  const paid = paidOf(statement);
  const total = plus(paid, statement.open);
  return (
    <>
      <p className="mb-0">
        <Amount cents={statement.open} size="large" />
      </p>
      <p className="mb-1 text-small text-ink-soft">
        {t("overview.amount.asOf", { day: formatDay(statement.asOf, language) })}
      </p>
      <ProgressBar
        done={paid}
        total={total}
        label={t("overview.amount.progress", {
          paid: formatAmount(paid, language),
          total: formatAmount(total, language),
        })}
      />
    </>
  );
}
