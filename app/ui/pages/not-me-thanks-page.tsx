import { PageShell } from "#app/ui/layout/page-shell.tsx";
import { StatusPanel } from "#app/ui/parts/status-panel.tsx";
import { useTranslation } from "#app/ui/translation.tsx";

/** After "this is not for me": nothing about whose it was. */
export function NotMeThanksPage({ path }: { path: string }) {
  const { t } = useTranslation();
  return (
    <PageShell path={path} title={t("specialCase.notMe.thanks.title")}>
      <StatusPanel tone="done">
        <p>{t("specialCase.notMe.thanks.lead")}</p>
      </StatusPanel>
      <p>{t("specialCase.notMe.thanks.safe")}</p>
    </PageShell>
  );
}
