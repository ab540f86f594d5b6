import type { ReactNode } from "react";
import type { Cents } from "#app/domain/money.ts";
import { ErrorSummary, type FormError } from "#app/ui/forms/error-summary.tsx";
import { formatAmount } from "#app/ui/format.ts";
import { useTranslation } from "#app/ui/translation.tsx";
import { claimHref } from "./inbox-addresses.ts";
import { InboxShell } from "./inbox-shell.tsx";
import type { InboxUser } from "./inbox-view.ts";

/** What the page of an act says of its claim. */
export type ClaimHeadView = {
  readonly id: string;
  readonly reference: string;
  readonly debtor: string;
  readonly email: string | null;
  readonly open: Cents;
  readonly invoices: readonly { readonly id: string; readonly number: string }[];
};

/** The page of an act: the way back to the claim, whose it is, and what is wrong with what was typed. */
export function ClaimActShell(props: {
  user: InboxUser;
  path: string;
  head: ClaimHeadView;
  title: string;
  errors: readonly FormError[];
  children: ReactNode;
}) {
  const { user, path, head, title, errors, children } = props;
  const { t, language } = useTranslation();
  const back = { href: claimHref(head.id), label: t("inboxClaim.title", { reference: head.reference }) };
  return (
    <InboxShell {...{ user, path, back, title }}>
      <ErrorSummary errors={errors} />
      <p className="text-ink-soft [overflow-wrap:anywhere]">
        {t("inboxClaim.act.about", {
          debtor: head.debtor,
          reference: head.reference,
          open: formatAmount(head.open, language),
        })}
      </p>
      {children}
    </InboxShell>
  );
}
