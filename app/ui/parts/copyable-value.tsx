/** A value to type over or copy: one tap or click selects all of it and nothing else. */
export function CopyableValue({ label, value }: { label: string; value: string }) {
  return (
    <div className="border-b border-line py-3 last:border-b-0">
      <dt className="text-small text-ink-soft">{label}</dt>
      <dd className="select-all break-words text-heading font-semibold tabular-nums">
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}
