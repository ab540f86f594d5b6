import { INBOX } from "#app/ui/inbox/inbox-addresses.ts";
import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { useTranslation } from "#app/ui/translation.tsx";
import type { ErrorStatus } from "./error-page.tsx";

/** What is wrong, the same for every address: what is somebody else's looks like what never was. */
export function InboxErrorPage({ status }: { status: ErrorStatus }) {
  const { t } = useTranslation();
  const kind = KINDS[status];
  return (
    <InboxShell user={null} title={t(`inbox.error.title.${kind}`)}>
      <p>{t(`inbox.error.what.${kind}`)}</p>
      <ButtonLink href={INBOX}>{t("inbox.error.toInbox")}</ButtonLink>
    </InboxShell>
  );
}

const KINDS = { 403: "forbidden", 404: "notFound", 429: "tooMany", 500: "failure" } as const;
