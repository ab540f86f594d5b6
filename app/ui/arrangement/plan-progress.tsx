import { plus } from "#app/domain/money.ts";
import { formatAmount } from "#app/ui/format.ts";
import { ProgressBar } from "#app/ui/parts/progress-bar.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import type { RunningView } from "./arrangement-view.ts";

/** How far the plan is paid. */
export function PlanProgress({ plan: { paid, open } }: Pick<RunningView, "plan">) {
  const { t, language } = useTranslation();
  const total = plus(paid, open);
  const label = t("overview.amount.progress", {
    paid: formatAmount(paid, language),
    total: formatAmount(total, language),
  });
  return <ProgressBar done={paid} total={total} label={label} />;
}
