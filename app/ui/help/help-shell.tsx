import type { ReactNode } from "react";
import { HELP_PAGE } from "#app/ui/addresses.ts";
import { ClaimFooter } from "#app/ui/claim/claim-footer.tsx";
import type { CreditorView } from "#app/ui/claim/claim-view.ts";
import { initialsOf } from "#app/ui/claim/initials.ts";
import { PageShell } from "#app/ui/layout/page-shell.tsx";

/** What every page behind the help page gets. */
export type HelpFrame = { readonly creditor: CreditorView; readonly path: string };

type HelpShellProps = HelpFrame & {
  readonly title: string;
  readonly backHref?: string;
  readonly children: ReactNode;
};

export function HelpShell({ creditor, path, title, backHref = HELP_PAGE, children }: HelpShellProps) {
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
