import type { ReactNode } from "react";

export type TimelineItem = {
  readonly id: string;
  /** The machine's form of the day or time, for `<time>`. */
  readonly dateTime: string;
  /** The reader's form, with channel or sender: `20 juni 2026, brief`. */
  readonly when: string;
  readonly title: string;
  readonly href?: string;
  /** Came from the debtor. */
  readonly inbound?: boolean;
  readonly text?: ReactNode;
};

/** What happened, in order, each with its day. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="mt-6 border-s-2 border-line ps-6">
      {items.map((item) => (
        <TimelineEntry key={item.id} item={item} />
      ))}
    </ol>
  );
}

function TimelineEntry({ item }: { item: TimelineItem }) {
  return (
    <li className="relative break-inside-avoid pb-6">
      <span
        aria-hidden="true"
        className={`absolute -start-[33px] top-[6px] h-4 w-4 rounded-full border-[3px] bg-card ${item.inbound ? "border-green" : "border-ink-soft"}`}
      />
      <time dateTime={item.dateTime} className="block text-small text-ink-soft">
        {item.when}
      </time>
      {item.href === undefined ? (
        <bdi className="font-semibold">{item.title}</bdi>
      ) : (
        <a href={item.href} className="inline-flex min-h-target items-center font-semibold">
          <bdi>{item.title}</bdi>
        </a>
      )}
      {item.text !== undefined && <div className="text-ink-soft [&>:last-child]:mb-0">{item.text}</div>}
    </li>
  );
}
