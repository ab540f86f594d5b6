import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type InboxCodePageProps = {
  path: string;
  /** Where a new code is asked for. */
  againHref: string;
  error?: "missing" | "unreadable" | "wrong" | "over" | "busy" | undefined;
};

/** Where the code from the mail is typed. It says nothing of whether there was a mail. */
export function InboxCodePage({ path, againHref, error }: InboxCodePageProps) {
  const { t } = useTranslation();
  const message = error === undefined ? undefined : t(`inbox.code.error.${error}`);
  return (
    <InboxShell user={null} path={path} title={t("inbox.code.title")}>
      <ErrorSummary errors={message === undefined ? [] : [{ field: "code", message }]} />
      <p>{t("inbox.code.sent")}</p>
      <form method="post" action={path} noValidate>
        <Field
          name="code"
          label={t("inbox.code.label")}
          hint={t("inbox.code.hint")}
          error={message}
          inputMode="numeric"
          autoComplete="one-time-code"
          code
        />
        <Button>{t("inbox.code.action")}</Button>
      </form>
      <p className="mt-4">{t("inbox.code.nothingCame")}</p>
      <ButtonLink kind="quiet" href={againHref}>
        {t("inbox.code.again")}
      </ButtonLink>
    </InboxShell>
  );
}
