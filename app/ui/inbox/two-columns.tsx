import type { ReactNode } from "react";

/** What it is about and what can be done on the left, who it is on the right; on a phone one after the other. */
export function TwoColumns({ main, aside }: { main: ReactNode; aside: ReactNode }) {
  return (
    <div className="gap-x-10 lg:grid lg:grid-cols-[3fr_2fr] lg:items-start">
      <div className="min-w-0">{main}</div>
      <div className="min-w-0">{aside}</div>
    </div>
  );
}
