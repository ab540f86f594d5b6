import { formatAmount } from "#app/ui/format.ts";
import { Card } from "#app/ui/parts/card.tsx";
import { DetailsRow } from "#app/ui/parts/details-row.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { isAsked } from "./claim-state.ts";
import type { ClaimView } from "./claim-view.ts";
import { CostsExplained } from "./costs-explained.tsx";
import { EntryExplained, EntryLabel } from "./entry-explained.tsx";
import { InterestExplained } from "./interest-explained.tsx";
import { InvoicesExplained } from "./invoices-explained.tsx";
import { SignedAmount } from "./signed-amount.tsx";
import { type StatementRow, statementRows } from "./statement-rows.ts";
import { VatExplained } from "./vat-explained.tsx";

export type Explained = { claim: ClaimView; creditor: string };

/** The sum that leads to today's amount; each line opens to its own sum and the law behind it. */
export function StatementBreakdown({ claim, creditor }: Explained) {
  const { t, language } = useTranslation();
  return (
    <section>
      <h2>{t("statement.heading")}</h2>
      <p className="text-small text-ink-soft print:hidden">{t("statement.hint")}</p>
      <Card>
        {statementRows(claim.statement).map((row) => (
          <Row key={row.kind === "entry" ? row.entry.factKey : row.kind} row={row} claim={claim} creditor={creditor} />
        ))}
        <p className="mb-0 flex flex-wrap justify-between gap-x-4 py-3 font-bold">
          <span className="min-w-0 flex-[1_1_8rem]">
            {t(isAsked(claim) ? "statement.total.now" : "statement.total.rests")}
          </span>
          <span className="ms-auto whitespace-nowrap tabular-nums">{formatAmount(claim.statement.open, language)}</span>
        </p>
      </Card>
    </section>
  );
}

function Row({ row, claim, creditor }: { row: StatementRow } & Explained) {
  const { t, language } = useTranslation();
  return (
    <DetailsRow summary={<RowLabel row={row} claim={claim} />} value={<SignedAmount cents={row.amount} />}>
      {row.kind === "invoices" && <InvoicesExplained claim={claim} />}
      {row.kind === "interest" && <InterestExplained claim={claim} creditor={creditor} />}
      {row.kind === "costs" && <CostsExplained claim={claim} creditor={creditor} />}
      {row.kind === "vat" && <VatExplained claim={claim} creditor={creditor} />}
      {row.kind === "entry" && <EntryExplained entry={row.entry} creditor={creditor} />}
      {row.kind === "credit" && <p>{t("statement.credit.text", { amount: formatAmount(row.amount, language) })}</p>}
    </DetailsRow>
  );
}

function RowLabel({ row, claim }: { row: StatementRow; claim: ClaimView }) {
  const { t } = useTranslation();
  switch (row.kind) {
    case "invoices":
      return <>{t("statement.invoices.many", { count: claim.invoices.length })}</>;
    case "interest":
      return <>{t("statement.interest.label")}</>;
    case "costs":
      return <>{t("statement.costs.label")}</>;
    case "vat":
      return <>{t("statement.vat.label")}</>;
    case "credit":
      return <>{t("statement.credit.label")}</>;
    case "entry":
      return <EntryLabel entry={row.entry} />;
  }
}
