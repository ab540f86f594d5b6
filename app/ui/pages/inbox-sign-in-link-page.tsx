import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import { RefusedNote } from "#app/ui/inbox/refused-note.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type InboxSignInLinkPageProps = {
  path: string;
  /** Where a new mail is asked for. */
  againHref: string;
  /** The link was too old, used, or none of ours. */
  over?: boolean | undefined;
};

/** Where the link from the mail leads: looking at it does nothing, and says nothing of whose it is. */
export function InboxSignInLinkPage({ path, againHref, over = false }: InboxSignInLinkPageProps) {
  const { t } = useTranslation();
  if (over) {
    return (
      <InboxShell user={null} title={t("inbox.signInLink.overTitle")}>
        <RefusedNote text={t("inbox.signInLink.over")} />
        <ButtonLink href={againHref}>{t("inbox.code.again")}</ButtonLink>
      </InboxShell>
    );
  }
  return (
    <InboxShell user={null} path={path} title={t("inbox.signInLink.title")}>
      <p>{t("inbox.signInLink.what")}</p>
      <form method="post" action={path}>
        <Button>{t("inbox.signInLink.action")}</Button>
      </form>
    </InboxShell>
  );
}
