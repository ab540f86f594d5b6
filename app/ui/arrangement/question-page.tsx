import type { ReactNode } from "react";
import { ClaimFooter } from "#app/ui/claim/claim-footer.tsx";
import type { CreditorView } from "#app/ui/claim/claim-view.ts";
import { initialsOf } from "#app/ui/claim/initials.ts";
import { ErrorSummary, type FormError } from "#app/ui/forms/error-summary.tsx";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** What every page on the way to a proposal gets. */
export type QuestionFrame = {
  readonly creditor: CreditorView;
  readonly path: string;
  readonly backHref: string;
};

/** Which question of how many. */
export type QuestionNumber = { readonly number: number; readonly count: number };

export function ArrangementShell({
  creditor,
  path,
  backHref,
  title,
  children,
}: QuestionFrame & { title: string; children: ReactNode }) {
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

export type QuestionPageProps = QuestionFrame & {
  readonly title: string;
  readonly question: QuestionNumber;
  readonly errors: readonly FormError[];
  readonly children: ReactNode;
  /** Below the form: other ways. */
  readonly below?: ReactNode;
  /** Beside "continue", in the same form. */
  readonly otherButton?: ReactNode;
};

/** One question, its answer, and on. */
export function QuestionPage({ question, errors, children, below, otherButton, ...shell }: QuestionPageProps) {
  const { t } = useTranslation();
  return (
    <ArrangementShell {...shell}>
      <p className="text-small text-ink-soft">{t("arrange.question", question)}</p>
      <ErrorSummary errors={errors} />
      <form method="post">
        {children}
        <Stack>
          <Button>{t("arrange.continue")}</Button>
          {otherButton}
        </Stack>
      </form>
      {below}
    </ArrangementShell>
  );
}
