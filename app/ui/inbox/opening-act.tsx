import type { ReactNode } from "react";

/** An act that opens to its questions, so that a page shows what can be done before it asks anything. */
export function OpeningAct({ summary, open, children }: { summary: string; open: boolean; children: ReactNode }) {
  return (
    <details open={open} className="mb-3 rounded-card border-2 border-line px-4">
      <summary className="flex min-h-button cursor-pointer items-center font-semibold">{summary}</summary>
      {children}
    </details>
  );
}
