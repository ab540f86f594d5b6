import type { ReactNode } from "react";

/** Buttons or forms below each other. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className="my-4 space-y-3">{children}</div>;
}
