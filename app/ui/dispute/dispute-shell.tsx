import type { ReactNode } from "react";
import { ClaimFooter } from "#app/ui/claim/claim-footer.tsx";
import type { CreditorView } from "#app/ui/claim/claim-view.ts";
import { initialsOf } from "#app/ui/claim/initials.ts";
import { ErrorSummary, type FormError } from "#app/ui/forms/error-summary.tsx";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** What every page about a dispute gets. */
export type DisputeFrame = {
  readonly creditor: CreditorView;
  readonly path: string;
  readonly backHref: string;
  /** The claim as addresses name it; null where the debtor has only one. */
  readonly claim: string | null;
};

export function DisputeShell({
  creditor,
  path,
  backHref,
  title,
  children,
}: Omit<DisputeFrame, "claim"> & { title: string; children: ReactNode }) {
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

/** What every question gets besides. */
export type QuestionProps = DisputeFrame & { readonly question: { readonly number: number; readonly count: number } };

type DisputeQuestionProps = Omit<QuestionProps, "claim"> & {
  title: string;
  errors: readonly FormError[];
  children: ReactNode;
};

/** One question, its answer, and on. */
export function DisputeQuestion({ question, errors, children, ...shell }: DisputeQuestionProps) {
  const { t } = useTranslation();
  return (
    <DisputeShell {...shell}>
      <p className="text-small text-ink-soft">{t("disputePage.question", question)}</p>
      <ErrorSummary errors={errors} />
      <form method="post">
        {children}
        <Stack>
          <Button>{t("disputePage.continue")}</Button>
        </Stack>
      </form>
    </DisputeShell>
  );
}
