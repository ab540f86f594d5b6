import type { ReactNode } from "react";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { ClaimFooter } from "./claim-footer.tsx";
import type { CreditorView } from "./claim-view.ts";
import { initialsOf } from "./initials.ts";

/** What every page inside a claim gets: whose it is, its own path, and where it goes back to. */
export type ClaimFrame = {
  readonly creditor: CreditorView;
  readonly path: string;
  readonly backHref: string;
};

/** The frame of a page that always goes back to the same place. */
export type FixedFrame = Omit<ClaimFrame, "backHref">;

type ClaimShellProps = ClaimFrame & {
  readonly backLabel?: string | undefined;
  readonly title: string;
  readonly children: ReactNode;
};

/** A page inside a claim: for whom, the way back, and who is owed in small print. */
export function ClaimShell({ creditor, path, backHref, backLabel, title, children }: ClaimShellProps) {
  return (
    <PageShell
      creditor={{ name: creditor.name, initials: initialsOf(creditor.name), brand: creditor.brand }}
      back={{ href: backHref, label: backLabel }}
      title={title}
      path={path}
      footer={<ClaimFooter creditor={creditor} />}
    >
      {children}
    </PageShell>
  );
}
