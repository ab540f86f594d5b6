import type { Allocation } from "#app/domain/account.ts";
import type { StatementEntry } from "#app/domain/statement-entries.ts";
import { formatAmount, formatDay } from "#app/ui/format.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import { PlainRows } from "./plain-rows.tsx";
import { absolute } from "./statement-rows.ts";

const PARTS = ["costs", "vat", "interest", "principal", "credit"] as const satisfies readonly (keyof Allocation)[];

export function EntryLabel({ entry: { type, date } }: { entry: StatementEntry }) {
  const { t, language } = useTranslation();
  return <>{t(`statement.entry.${type}`, { day: formatDay(date, language) })}</>;
}

/** Where a payment or credit went, what a refund or chargeback took back, or who gave something up and when. */
export function EntryExplained({ entry, creditor }: { entry: StatementEntry; creditor: string }) {
  const { t, language } = useTranslation();
  const { type, date, allocation } = entry;
  const text = t(`statement.explain.${type}`, { creditor, day: formatDay(date, language) });
  if (type === "costs_waived" || type === "interest_waived") return <p>{text}</p>;
  const parts = PARTS.filter((part) => allocation[part] !== 0n);
  return (
    <>
      <p className="mb-1">{text}</p>
      <PlainRows
        rows={parts.map((part) => [t(`statement.part.${part}`), formatAmount(absolute(allocation[part]), language)])}
      />
      {type === "payment" && parts.length > 1 && <p className="mt-2">{t("statement.explain.paymentOrder")}</p>}
    </>
  );
}
