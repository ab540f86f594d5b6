import type { DetailPart } from "#app/ui/details/details-view.ts";
import { HELP_PAGE } from "#app/ui/addresses.ts";
import { ChoiceCards } from "#app/ui/forms/choice-cards.tsx";
import { ErrorSummary } from "#app/ui/forms/error-summary.tsx";
import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { BulletList } from "#app/ui/parts/bullet-list.tsx";
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
  /** Nothing was chosen: a program that presses buttons does not choose. */
  missing?: boolean;
};

export const CONFIRM_FIELD = "answer";

/** Behind the link that went to the old address. It names nobody, and no address. */
export function DetailsConfirmPage({ path, change, answered, missing = false }: DetailsConfirmPageProps) {
  const { t } = useTranslation();
  const state = answered ?? change.kind;
  const links = [{ href: HELP_PAGE, text: t("details.confirm.help") }];
  if (state === "open") {
    const parts = change.kind === "open" ? change.parts : [];
    const error = missing ? t("details.confirm.open.missing") : undefined;
    return (
      <PageShell path={path} title={t("details.confirm.open.title")}>
        <ErrorSummary errors={error === undefined ? [] : [{ field: CONFIRM_FIELD, message: error }]} />
        <p>{t("details.confirm.open.text")}</p>
        <BulletList>
          {parts.map((part) => (
            <li key={part}>{t(`details.part.${part}`)}</li>
          ))}
        </BulletList>
        <form method="post" action={path}>
          <ChoiceCards
            name={CONFIRM_FIELD}
            legend={t("details.confirm.open.title")}
            legendHidden
            error={error}
            choices={(["confirm", "refuse"] as const).map((value) => ({
              value,
              label: t(`details.confirm.open.${value}`),
            }))}
          />
          <Stack>
            <Button>{t("details.confirm.open.button")}</Button>
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
