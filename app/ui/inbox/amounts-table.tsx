import { type Cents, plus, ZERO } from "#app/domain/money.ts";
import type { Statement } from "#app/domain/statement.ts";
import { formatAmount } from "#app/ui/format.ts";
import { Amount } from "#app/ui/parts/amount.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

type Part = {
  readonly name: string;
  readonly asked: Cents;
  readonly less: Cents;
  readonly paid: Cents;
  readonly open: Cents;
};

const COLUMNS = ["asked", "less", "paid", "open"] as const;

/**
 * What was asked, taken off, paid and is open, for each part of a claim; parts of which there is nothing are left out. On a
 * phone only what is open has a column, and the rest stands below the name of its part.
 */
export function AmountsTable({ statement }: { statement: Statement }) {
  const { t } = useTranslation();
  const parts = partsOf(statement).map((part) => ({ ...part, name: t(`inboxClaim.amounts.${part.name}`) }));
  const columns = COLUMNS.filter((column) => column !== "less" || parts.some(({ less }) => less > ZERO));
  const all = (column: "asked" | "less" | "paid"): Cents => parts.reduce((sum, part) => plus(sum, part[column]), ZERO);
  const together = { name: t("inboxClaim.amounts.together"), asked: all("asked"), less: all("less"), paid: all("paid"), open: statement.open }; // prettier-ignore
  return (
    <table className="my-2 w-full border-collapse tabular-nums">
      <caption className="sr-only">{t("inboxClaim.amounts.caption")}</caption>
      <thead className="border-b border-line text-small text-ink-soft">
        <tr>
          <th scope="col" className="py-2 text-start font-normal [overflow-wrap:anywhere]">
            {t("inboxClaim.amounts.part")}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className={`py-2 ps-4 text-end font-normal ${shownFor(column)}`}>
              {t(`inboxClaim.amounts.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <Row key={part.name} part={part} columns={columns} />
        ))}
      </tbody>
      <tfoot>
        <Row part={together} columns={columns} total />
      </tfoot>
    </table>
  );
}

function Row({
  part,
  columns,
  total = false,
}: {
  part: Part;
  columns: readonly (typeof COLUMNS)[number][];
  total?: boolean;
}) {
  const { t, language } = useTranslation();
  const below = columns.filter((column) => column !== "open" && (column === "asked" || part[column] > ZERO));
  return (
    <tr className={`align-baseline ${total ? "font-bold" : "border-b border-line"}`}>
      <th scope="row" className={`py-3 text-start hyphens-auto [overflow-wrap:anywhere] ${total ? "" : "font-normal"}`}>
        {part.name}
        <span className="block text-small font-normal text-ink-soft lg:hidden">
          {below
            .map((column) =>
              t("inboxClaim.amounts.below", {
                what: t(`inboxClaim.amounts.${column}`),
                amount: formatAmount(part[column], language),
              }),
            )
            .join(" · ")}
        </span>
      </th>
      {columns.map((column) => (
        <td key={column} className={`py-3 ps-4 text-end ${shownFor(column)}`}>
          <Amount cents={part[column]} />
        </td>
      ))}
    </tr>
  );
}

const shownFor = (column: (typeof COLUMNS)[number]): string => (column === "open" ? "" : "hidden lg:table-cell");

function partsOf({ principal, interest, costs, vat }: Statement) {
  const parts = [
    { name: "invoices", asked: principal.total, less: principal.credited, paid: principal.paid, open: principal.open },
    { name: "interest", asked: interest.total, less: interest.waived, paid: interest.paid, open: interest.open },
    { name: "costs", asked: costs.total, less: costs.waived, paid: costs.paid, open: costs.open },
    { name: "vat", asked: vat.total, less: vat.waived, paid: vat.paid, open: vat.open },
  ] as const;
  return parts.filter(({ name, asked }) => name === "invoices" || asked > ZERO);
}
