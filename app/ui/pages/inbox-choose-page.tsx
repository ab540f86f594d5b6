import { InboxShell } from "#app/ui/inbox/inbox-shell.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type InboxChoosePageProps = {
  path: string;
  creditors: readonly { readonly creditorId: string; readonly name: string }[];
};

/** For whoever works for several creditors with one address. */
export function InboxChoosePage({ path, creditors }: InboxChoosePageProps) {
  const { t } = useTranslation();
  return (
    <InboxShell user={null} path={path} title={t("inbox.choose.title")}>
      <form method="post" action={path}>
        <Stack>
          {creditors.map(({ creditorId, name }) => (
            <Button key={creditorId} kind="second" name="creditor" value={creditorId}>
              {name}
            </Button>
          ))}
        </Stack>
      </form>
    </InboxShell>
  );
}
