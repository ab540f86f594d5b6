/** Small print in two columns: the word, and what it is. */
export function PlainRows({ rows }: { rows: readonly (readonly [term: string, value: string])[] }) {
  return (
    <dl>
      {rows.map(([term, value]) => (
        <div key={term} className="flex flex-wrap justify-between gap-x-4 py-1 print:break-inside-avoid">
          <dt>{term}</dt>
          <dd className="ms-auto text-end tabular-nums text-ink">
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
