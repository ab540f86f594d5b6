/** Things to try, in the order to try them. */
export function Steps({ items }: { items: readonly string[] }) {
  return (
    <ol className="mb-6 list-decimal space-y-2 ps-6">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ol>
  );
}
