import type { ReactNode } from "react";

export type DefinitionRow = {
  readonly term: string;
  readonly value: ReactNode;
  /** The outcome of the rows above it. */
  readonly total?: boolean;
};

/** Words on the left, what they stand for on the right. */
export function DefinitionList({ rows }: { rows: readonly DefinitionRow[] }) {
  return (
    <dl className="mb-4">
      {rows.map(({ term, value, total = false }) => (
        <div
          key={term}
          className={`flex flex-wrap justify-between gap-x-4 border-b border-line py-3 last:border-b-0 ${total ? "font-bold" : ""}`}
        >
          <dt className="min-w-0">{term}</dt>
          <dd className="ms-auto min-w-0 text-end tabular-nums">
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
