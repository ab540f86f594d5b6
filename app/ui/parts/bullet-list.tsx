import type { ReactNode } from "react";

/** Short sentences that belong together, in no order; each a `<li>`. */
export function BulletList({ children }: { children: ReactNode }) {
  return <ul className="mb-4 list-disc space-y-2 ps-6">{children}</ul>;
}
