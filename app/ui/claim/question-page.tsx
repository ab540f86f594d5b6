import type { ReactNode } from "react";
import { ErrorSummary, type FormError } from "#app/ui/forms/error-summary.tsx";
import { OfflineNote } from "#app/ui/forms/offline-note.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import { type ClaimFrame, ClaimShell } from "./claim-shell.tsx";

/** What every question gets: its page, and which one of how many it is. */
export type QuestionFrame = ClaimFrame & { readonly question: { readonly number: number; readonly count: number } };

type QuestionPageProps = QuestionFrame & {
  readonly title: string;
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
    <ClaimShell {...shell}>
      <p className="text-small text-ink-soft">{t("common.question", question)}</p>
      <ErrorSummary errors={errors} />
      <form method="post" action={shell.path}>
        {children}
        <OfflineNote />
        <Stack>
          <Button>{t("common.continue")}</Button>
          {otherButton}
        </Stack>
      </form>
      {below}
    </ClaimShell>
  );
}
