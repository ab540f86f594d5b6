import type { DetailPart } from "#app/ui/details/details-view.ts";
import { HELP_PAGE } from "#app/ui/addresses.ts";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { Button } from "#app/ui/parts/button.tsx";
import { LinkList } from "#app/ui/parts/link-list.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { Stack } from "#app/ui/parts/stack.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

export type DetailsConfirmPageProps = {
  path: string;
  change: { readonly kind: "open"; readonly parts: readonly DetailPart[] } | { readonly kind: "over" };
  answered: "confirmed" | "refused" | "over" | null;
};

/** Behind the link that went to the old address. It names nobody, and no address. */
export function DetailsConfirmPage({ path, change, answered }: DetailsConfirmPageProps) {
  const { t } = useTranslation();
  const state = answered ?? change.kind;
  const links = [{ href: HELP_PAGE, text: t("details.confirm.help") }];
  if (state === "open") {
    const parts = change.kind === "open" ? change.parts : [];
    return (
      <PageShell path={path} title={t("details.confirm.open.title")}>
        <p>{t("details.confirm.open.text")}</p>
        <ul className="mb-4 list-disc ps-6">
          {parts.map((part) => (
            <li key={part}>{t(`details.part.${part}`)}</li>
          ))}
        </ul>
        <form method="post">
          <Stack>
            <Button name="answer" value="confirm">
              {t("details.confirm.open.confirm")}
            </Button>
            <Button name="answer" value="refuse" kind="second">
              {t("details.confirm.open.refuse")}
            </Button>
          </Stack>
        </form>
        <Note>
          <p>{t("details.confirm.open.hint")}</p>
        </Note>
        <LinkList links={links} />
      </PageShell>
    );
  }
  return (
    <PageShell path={path} title={t(`details.confirm.${state}.title`)}>
      <StatusPanel tone={state === "over" ? "problem" : "done"}>
        <p>{t(`details.confirm.${state}.text`)}</p>
      </StatusPanel>
      <p>{t(`details.confirm.${state}.next`)}</p>
      <LinkList links={links} />
    </PageShell>
  );
}
