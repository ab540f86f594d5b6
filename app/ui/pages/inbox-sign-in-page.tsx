import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { Field } from "#app/ui/forms/field.tsx";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type InboxSignInPageProps = {
  path: string;
  /** What was typed, kept as it was. */
  email?: string | undefined;
  error?: "missing" | "unreadable" | "busy" | undefined;
};

/** Where somebody who works for a creditor types their address; a code comes by mail. */
export function InboxSignInPage({ path, email, error }: InboxSignInPageProps) {
  const { t } = useTranslation();
  const message = error === undefined ? undefined : t(`inbox.signIn.error.${error}`);
  return (
    <InboxShell user={null} path={path} title={t("inbox.signIn.title")}>
      <ErrorSummary errors={message === undefined ? [] : [{ field: "email", message }]} />
      <p>{t("inbox.signIn.how")}</p>
      <form method="post" action={path} noValidate>
        <Field
          name="email"
          type="email"
          label={t("inbox.signIn.email")}
          error={message}
          value={email}
          autoComplete="email"
        />
        <Button>{t("inbox.signIn.send")}</Button>
      </form>
    </InboxShell>
  );
}
