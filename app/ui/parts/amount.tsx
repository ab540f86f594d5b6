import type { Cents } from "#app/domain/money.ts";
import { formatAmount } from "#app/ui/format.ts";
import { useTranslation } from "#app/ui/translation.tsx";

const SIZES = {
  large: "mb-1 mt-3 block text-amount font-bold tracking-tight",
  plain: "",
} as const;

/** An amount with all its digits equally wide. Large, it is the largest thing on the page. */
export function Amount({ cents, size = "plain" }: { cents: Cents; size?: keyof typeof SIZES | undefined }) {
  const { language } = useTranslation();
  return <span className={`whitespace-nowrap tabular-nums ${SIZES[size]}`}>{formatAmount(cents, language)}</span>;
}
