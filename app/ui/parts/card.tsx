import type { ReactNode } from "react";

/** A sheet on the paper: rows that belong together. */
export function Card({ children }: { children: ReactNode }) {
  return <div className="mb-4 rounded-card border border-line bg-card px-4 py-1">{children}</div>;
}
