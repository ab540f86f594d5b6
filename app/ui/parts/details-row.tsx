import type { ReactNode } from "react";

export type DetailsRowProps = {
  summary: ReactNode;
  value: ReactNode;
  children: ReactNode;
  open?: boolean | undefined;
  strong?: boolean | undefined;
};

/** A row of a sum that opens to how it was worked out. On paper it lies open. */
export function DetailsRow({ summary, value, children, open = false, strong = false }: DetailsRowProps) {
  return (
    <details open={open} className="group border-b border-line last:border-b-0">
      <summary
        className={`flex min-h-target cursor-pointer flex-wrap items-center justify-between gap-x-4 py-3 print:break-after-avoid ${strong ? "font-bold" : ""}`}
      >
        <span className="flex min-w-0 flex-[1_1_8rem] items-baseline gap-2">
          <span
            aria-hidden="true"
            className="shrink-0 text-ink-soft group-open:rotate-90 rtl:group-open:-rotate-90 print:hidden"
          >
            ›
          </span>
          <span className="min-w-0 underline decoration-line decoration-2 underline-offset-4">{summary}</span>
        </span>
        <span className="ms-auto whitespace-nowrap tabular-nums">{value}</span>
      </summary>
      <div className="pb-4 text-small text-ink-soft [&>:last-child]:mb-0">{children}</div>
    </details>
  );
}
