import type { ReactNode } from "react";
import type { FormError } from "#app/ui/forms/error-summary.tsx";
import { HiddenFields } from "#app/ui/forms/hidden-fields.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { ActCheck, type ActCheckProps } from "./act-check.tsx";
import { ClaimActShell, type ClaimHeadView } from "./claim-act-shell.tsx";
import type { InboxUser } from "./inbox-view.ts";

export type ClaimActProps = {
  user: InboxUser;
  path: string;
  head: ClaimHeadView;
  title: string;
  errors: readonly FormError[];
  /** What goes along unseen with what is typed. */
  hidden?: Readonly<Record<string, string>>;
  /** Null while the form is filled in. */
  check: Omit<ActCheckProps, "action" | "children"> | null;
  /** The fields of the form. */
  children: ReactNode;
};

/** An act on a claim in two steps: the form, then what will happen. */
export function ClaimAct({ user, path, head, title, errors, hidden = {}, check, children }: ClaimActProps) {
  const { t } = useTranslation();
  return (
    <ClaimActShell {...{ user, path, head, title, errors }}>
      {check ? (
        <ActCheck {...check} action={path} />
      ) : (
        <form method="post" action={path} noValidate>
          <HiddenFields values={hidden} />
          {children}
          <Button name="act" value="check">
            {t("inboxClaim.act.check")}
          </Button>
        </form>
      )}
    </ClaimActShell>
  );
}
