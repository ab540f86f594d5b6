import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type CodeError = "missing" | "unreadable" | "unknown" | "busy";

export type CodePageProps = {
  path: string;
  /** Where the form is sent; its field is called `code`. */
  action: string;
  /** What was typed, kept as it was. */
  code?: string | undefined;
  error?: CodeError | undefined;
};

/** For whoever has a letter, or rather types a code than follows a link. */
export function CodePage({ path, action, code, error }: CodePageProps) {
  const { t } = useTranslation();
  const message = error === undefined ? undefined : t(MESSAGES[error]);
  return (
    <PageShell path={path} title={t("code.title")}>
      <ErrorSummary errors={message === undefined ? [] : [{ field: "code", message }]} />
      <p>{t("code.where")}</p>
      <form method="post" action={action}>
        <Field name="code" label={t("code.label")} hint={t("code.hint")} error={message} value={code} code />
        <p className="text-small text-ink-soft">{t("code.example", { example: EXAMPLE })}</p>
        <Button>{t("code.action")}</Button>
      </form>
    </PageShell>
  );
}

const EXAMPLE = "1A2B-3C4D-5E6F-7G8H-9J0K-1M2N-3P";

const MESSAGES = {
  missing: "code.error.missing",
  unreadable: "code.error.unreadable",
  unknown: "code.error.unknown",
  busy: "code.error.busy",
} as const;
