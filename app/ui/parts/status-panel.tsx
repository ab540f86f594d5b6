import type { ReactNode } from "react";

export type StatusTone = "done" | "busy" | "problem";

const TONES: Readonly<Record<StatusTone, { readonly box: string; readonly sign: string; readonly mark: string }>> = {
  done: { box: "border-green bg-green-soft", sign: "text-green", mark: "✓" },
  busy: { box: "border-amber bg-amber-soft", sign: "text-amber", mark: "…" },
  problem: { box: "border-red bg-red-soft", sign: "text-red", mark: "!" },
};

/** How something stands, read out by screen readers as soon as the page is there. */
export function StatusPanel({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  const { box, sign, mark } = TONES[tone];
  return (
    <div role="status" className={`my-4 flex flex-wrap gap-x-4 rounded-card border-2 p-4 ${box}`}>
      <span aria-hidden="true" className={`text-title font-bold ${sign}`}>
        {mark}
      </span>
      {/* Under the sign, where large letters on a narrow screen would leave a word no room beside it. */}
      <div className="min-w-0 flex-1 basis-40 [&>:last-child]:mb-0">{children}</div>
    </div>
  );
}
