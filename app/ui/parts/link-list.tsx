export type ListedLink = {
  readonly href: string;
  readonly text: string;
  /** What sort of thing waits there: `pdf, 84 kB`. */
  readonly meta?: string;
};

/** Links below each other, each as wide as the page. */
export function LinkList({ links }: { links: readonly ListedLink[] }) {
  return (
    <ul className="mb-4">
      {links.map(({ href, text, meta }) => (
        <li key={href + text} className="border-b border-line">
          <a href={href} className="flex min-h-target items-center justify-between gap-4 py-3 text-ink no-underline">
            <span className="min-w-0">
              <span className="underline underline-offset-4">{text}</span>
              {meta !== undefined && <span className="block text-small text-ink-soft">{meta}</span>}
            </span>
            <span aria-hidden="true">›</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
