import type { ReactNode } from "react";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { ClaimFooter } from "./claim-footer.tsx";
import type { CreditorView } from "./claim-view.ts";
import { initialsOf } from "./initials.ts";

export type ClaimShellProps = {
  creditor: CreditorView;
  path: string;
  backHref: string;
  title: string;
  children: ReactNode;
};

/** A page inside a claim: for whom, the way back, and who is owed in small print. */
export function ClaimShell({ creditor, path, backHref, title, children }: ClaimShellProps) {
  return (
    <PageShell
      creditor={{ name: creditor.name, initials: initialsOf(creditor.name) }}
      back={{ href: backHref }}
      title={title}
      path={path}
      footer={<ClaimFooter creditor={creditor} />}
    >
      {children}
    </PageShell>
  );
}
