/** What somebody wrote, word for word, with who it was. */
export function Quotation({ by, text }: { by: string; text: string }) {
  return (
    <figure className="my-4 rounded-card border border-line bg-card p-4">
      <figcaption className="mb-1 text-small text-ink-soft">{by}</figcaption>
      <blockquote dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
        {text}
      </blockquote>
    </figure>
  );
}
