import type { ReactNode } from "react";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import type { ButtonKind } from "#app/ui/parts/button-classes.ts";

/** start: the questions from the beginning, for another proposal. */
export type ArrangementAct = "start" | "accept" | "withdraw" | "postpone" | "skip" | "announce" | "mandate_withdraw";

/** One act on an arrangement, sent to the page it stands on, with the offer or the instalment it is about. */
export function ActForm({
  act,
  about,
  kind,
  children,
}: {
  act: ArrangementAct;
  /** The arrangement that the page shows, and of it the offer or the instalment. */
  about?: { readonly arrangement: string; readonly version?: number; readonly seq?: number } | undefined;
  kind: ButtonKind;
  children: ReactNode;
}) {
  const fields = Object.entries(about ?? {}).map(([name, value]) => [name, String(value)] as const);
  return (
    <form method="post">
      <HiddenFields values={{ act, ...Object.fromEntries(fields) }} />
      <Button kind={kind}>{children}</Button>
    </form>
  );
}
