/** Short sentences that belong together, in no order. */
export function BulletList({ items }: { items: readonly string[] }) {
  return (
    <ul className="mb-4 list-disc space-y-1 ps-6">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
