import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { ButtonLink } from "#app/ui/parts/button-link.tsx";
import { Note } from "#app/ui/parts/note.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** For somebody who looks along, where only the debtor may go. */
export function HelperRefusedPage({ path }: { path: string }) {
  const { t } = useTranslation();
  return (
    <PageShell path={path} title={t("helper.refused.title")}>
      <p>{t("helper.refused.lead")}</p>
      <Note>
        <p>{t("helper.refused.safe")}</p>
      </Note>
      <ButtonLink href="/claim">{t("helper.refused.back")}</ButtonLink>
    </PageShell>
  );
}
