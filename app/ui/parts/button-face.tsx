import type { ReactNode } from "react";
import type { ButtonKind } from "./button-classes.ts";

/** What stands on a button; a second choice shows that it leads on. */
export function ButtonFace({ kind, children }: { kind: ButtonKind; children: ReactNode }) {
  if (kind !== "second") return <>{children}</>;
  return (
    <>
      <span className="min-w-0">{children}</span>
      <span aria-hidden="true">›</span>
    </>
  );
}
