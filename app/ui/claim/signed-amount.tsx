import type { Cents } from "#app/domain/money.ts";
import { formatAmount } from "#app/ui/format.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import { absolute } from "./statement-rows.ts";

/** An amount of a sum, with a real minus sign in front where it is taken off. */
export function SignedAmount({ cents }: { cents: Cents }) {
  const { language } = useTranslation();
  return (
    <span className="whitespace-nowrap tabular-nums">
      {cents < 0n ? "−\u00a0" : ""}
      {formatAmount(absolute(cents), language)}
    </span>
  );
}
