import type { ReactNode } from "react";

type StackedTableProps = {
  /** What a screen reader says of it, and what stands above it unless the heading before it says the same. */
  readonly caption: string;
  readonly captionHidden?: boolean;
  /** The first is for the heads of the rows. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly head: string; readonly cells: readonly ReactNode[] }[];
};

const NUMBER = "py-2 ps-3 text-end max-sm:flex max-sm:flex-wrap max-sm:gap-x-4 max-sm:ps-0 max-sm:py-1";

/** Numbers by row and column. On a phone each row is a block with its numbers below each other; from a tablet on it is a table. */
export function StackedTable({
  caption,
  captionHidden = false,
  columns: [first, ...columns],
  rows,
}: StackedTableProps) {
  return (
    <table className="mb-4 w-full border-collapse tabular-nums max-sm:block">
      <caption className={captionHidden ? "sr-only" : "mb-2 text-start text-small text-ink-soft max-sm:block"}>
        {caption}
      </caption>
      <thead className="border-b border-line text-small text-ink-soft max-sm:sr-only">
        <tr className="align-bottom">
          <th scope="col" className="py-2 text-start font-normal">
            {first}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className="py-2 ps-3 text-end font-normal">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {rows.map(({ head, cells }) => (
          <tr key={head} className="border-b border-line align-baseline max-sm:block max-sm:py-3">
            <th scope="row" className="py-2 text-start font-semibold max-sm:block">
              {head}
            </th>
            {cells.map((cell, index) => (
              <td key={columns[index]} className={NUMBER}>
                {/* Heard as well as seen: as blocks, cells do not tell every screen reader their column. */}
                <span className="text-ink-soft sm:hidden">{columns[index]} </span>
                <span className="max-sm:ms-auto">{cell}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
